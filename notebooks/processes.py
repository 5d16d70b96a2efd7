# SPDX-License-Identifier: Apache-2.0
"""Processes that are known by a mark: a variable of the environment, which a kernel's plugins
inherit, wherever they end up.
"""
from collections.abc import Iterator

import psutil

# Set in each kernel by kernel.py: the kernel's process id, and since when it runs.
KERNEL_MARK = "COURSE_NOTEBOOK_KERNEL"


def marks(variable: str) -> Iterator[tuple[psutil.Process, str]]:
    """All processes with this variable, and its value. Those of other users cannot be read."""
    for process in psutil.process_iter():
        try:
            value = process.environ().get(variable)
        except (psutil.Error, OSError):
            continue
        if value is not None:
            yield process, value


def with_mark(variable: str, value: str) -> list[psutil.Process]:
    return [process for process, found in marks(variable) if found == value]


def kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        try:
            process.kill()
        except psutil.Error:
            pass


def command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())[:120]
    except psutil.Error:
        return "?"


def mark_of_kernel() -> str:
    """The mark of a kernel that is this very process."""
    me = psutil.Process()
    return f"{me.pid} {me.create_time():.0f}"


def end_leftovers() -> list[str]:
    """Ends the plugins whose kernel was killed, and tells of each.

    Most end by themselves: a plugin looks for its host. One that was stopped (SIGSTOP) or hangs
    does not.
    """
    told = []
    for process, mark in marks(KERNEL_MARK):
        if not is_alive(mark):
            told.append(
                f"process {process.pid} was left over from a kernel that was killed:"
                f" ended it ({command(process)})"
            )
            kill([process])
    return told


def is_alive(mark: str) -> bool:
    """False only if it is certain: no such process, or another one that got its id."""
    try:
        pid, since = mark.split()
        # A second of tolerance: the system's clock may have been set meanwhile.
        return abs(psutil.Process(int(pid)).create_time() - float(since)) <= 1
    except psutil.NoSuchProcess:
        return False
    except (ValueError, psutil.Error):
        return True
