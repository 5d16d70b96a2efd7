# SPDX-License-Identifier: Apache-2.0
"""Executes notebooks without a browser and says what is wrong with them.

    check_notebooks.py           all notebooks of this folder
    check_notebooks.py FILE...   these

A notebook is run twice in one kernel, as a learner does who presses "Run All" again. What
became of the first run can be read in .course/notebooks/NAME.html.
"""
import argparse
import copy
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from jinja2 import DictLoader
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

import processes
from strip import KERNELSPEC, stripped

HERE = Path(__file__).resolve().parent
SVG = "image/svg+xml"
RUN_MARK = "COURSE_NOTEBOOK_RUN"

# A page that fetches nothing: without the scripts that nbconvert takes from the network. And
# its pictures stand in the page itself, so that screen readers find their titles.
OFFLINE = """{% extends "index.html.j2" %}
{% block html_head_js_requirejs %}{% endblock %}
{% block html_head_js_mathjax %}{% endblock %}
{% block html_head_js_mermaidjs %}{% endblock %}
{% block data_svg scoped %}
<div class="jp-RenderedSVG jp-OutputArea-output" data-mime-type="image/svg+xml">
{{ output.data["image/svg+xml"] }}</div>
{% endblock %}
"""
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Limits:
    """How long things may take, in seconds."""

    start: int = 60
    # Longer than the kernel's own limit for a statement (configure.py), whose message is better.
    cell: int = 90
    notebook: int = 240
    end: int = 5


class Wrong(Exception):
    """What is wrong with a notebook, in words for a person."""


class Run:
    """One notebook's run: a kernel, and all processes that come from it."""

    def __init__(self, file: Path, limits: Limits):
        self.file = file
        self.limits = limits
        self.mark = secrets.token_hex(8)
        self.notebook = nbformat.read(file, as_version=4)
        # Where plugins make their sockets; short, because a socket's path is limited.
        self.sockets = Path(tempfile.mkdtemp(prefix="nb"))
        self.cell = "before its first cell"

    def execute(self) -> None:
        """Fills in the outputs of the first of the two runs."""
        first = self.notebook.cells
        both = nbformat.from_dict({**self.notebook, "cells": first + copy.deepcopy(first)})
        client = NotebookClient(
            both,
            kernel_name=KERNELSPEC["name"],
            resources={"metadata": {"path": str(self.file.parent)}},
            startup_timeout=self.limits.start,
            timeout=self.limits.cell,
            # An interrupt does not stop a busy Java thread. Kill the kernel instead.
            interrupt_on_timeout=False,
            shutdown_kernel="graceful",
            record_timing=False,
            on_cell_start=self.remember,
        )
        watchdog = threading.Timer(self.limits.notebook, self.give_up)
        watchdog.daemon = True
        watchdog.start()
        try:
            client.execute(
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, RUN_MARK: self.mark, "TMPDIR": str(self.sockets)},
            )
        except CellTimeoutError:
            raise Wrong(f"{self.cell} ran longer than {self.limits.cell} s: the kernel was killed")
        except DeadKernelError:
            raise Wrong(f"{self.cell} killed the kernel (System.exit?)")
        except CellExecutionError as error:
            raise Wrong(f"{self.cell} failed:\n{evidence(both, error)}")
        except NoSuchKernel as error:
            raise Wrong(f"there is no kernel {error.name}: run notebooks/setup.sh")
        except RuntimeError as error:
            raise Wrong(f"{self.cell}: {error}")
        finally:
            watchdog.cancel()
            self.notebook.cells = both.cells[: len(first)]
            self.notebook.metadata.language_info = both.metadata.get("language_info", {})

    def remember(self, cell, cell_index: int) -> None:
        cells = self.notebook.cells
        index = cell_index % len(cells)
        number = sum(c.cell_type == "code" for c in cells[: index + 1])
        again = " when run again" if cell_index >= len(cells) else ""
        line = next((line for line in cell.source.splitlines() if line.strip()), "")
        self.cell = f"code cell {number} (`{line.strip()[:60]}`){again}"

    def give_up(self) -> None:
        """The last resort: the client itself does not return."""
        self.kill_processes()
        shutil.rmtree(self.sockets, ignore_errors=True)
        print(f"{self.file.name}: FAILED")
        print(f"  {self.cell}: the notebook ran longer than {self.limits.notebook} s and was killed")
        print("0 passed, 1 failed", flush=True)
        os._exit(1)

    def processes(self) -> list[psutil.Process]:
        """The kernel and its plugins."""
        return processes.with_mark(RUN_MARK, self.mark)

    def kill_processes(self) -> None:
        processes.kill(self.processes())

    def leftovers(self) -> list[str]:
        """What is still there some seconds after the kernel's end. Removes it."""
        deadline = time.monotonic() + self.limits.end
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.1)
        found = [f"left process {p.pid} behind: {processes.command(p)}" for p in self.processes()]
        self.kill_processes()
        found += [f"left a file behind: {path}" for path in sorted(self.sockets.iterdir())]
        shutil.rmtree(self.sockets, ignore_errors=True)
        return found


def evidence(notebook, error: CellExecutionError) -> str:
    """The kernel's own words: the error's message without a copy of the cell."""
    words = [line for o in outputs(notebook) if o.output_type == "error" for line in o.traceback]
    lines = "\n".join(words or [f"{error.ename}: {error.evalue}"]).splitlines()
    return "\n".join(f"    {ANSI.sub('', line)[:160]}" for line in lines[:10] if line.strip())


def text_in_git(file: Path) -> str:
    """What would be committed: a learner's own copy may be full of outputs."""
    git = ["git", "-C", str(file.parent), "show", f":./{file.name}"]
    try:
        shown = subprocess.run(git, capture_output=True, check=True, timeout=20)
        return shown.stdout.decode("utf-8")
    except (OSError, subprocess.SubprocessError):
        return file.read_text(encoding="utf-8")


def problems_of_text(file: Path) -> list[str]:
    text = text_in_git(file)
    notebook = nbformat.reads(text, as_version=4)
    kernel = notebook.metadata.get("kernelspec", {}).get("name")
    if kernel != KERNELSPEC["name"]:
        return [f"its kernel is {kernel}, not {KERNELSPEC['name']}"]
    if text != stripped(text):
        return [f"has outputs or an editor's marks in it: run python3 notebooks/strip.py {file}"]
    return []


def outputs(notebook) -> list:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def problems_of_outputs(notebook) -> list[str]:
    problems = [
        f"writes to stderr: {output.text.strip()[:160]}"
        for output in outputs(notebook)
        if output.output_type == "stream" and output.name == "stderr"
    ]
    drawn = [output.data[SVG] for output in outputs(notebook) if SVG in output.get("data", {})]
    expected = notebook.metadata.get("course", {}).get("pictures", 0)
    if len(drawn) != expected:
        problems.append(
            f"drew {len(drawn)} pictures, its metadata (course.pictures) says {expected}"
        )
    for picture in drawn:
        problems += problems_of_picture(picture)
    return problems


def problems_of_picture(picture: str) -> list[str]:
    try:
        root = ElementTree.fromstring(picture)
    except ElementTree.ParseError as error:
        return [f"a picture is no XML: {error}"]
    named = {child.tag.rpartition("}")[2] for child in root}
    return [] if {"title", "desc"} <= named else ["a picture has no title or description"]


def write_html(notebook, name: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    exporter = HTMLExporter(
        extra_loaders=[DictLoader({"offline.html.j2": OFFLINE})], template_file="offline.html.j2"
    )
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": name}})
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def check(file: Path, pages: Path, limits: Limits) -> list[str]:
    """What is wrong with the notebook: nothing, hopefully."""
    try:
        problems = problems_of_text(file)
        run = Run(file, limits)
    except (OSError, ValueError, KeyError, nbformat.ValidationError) as error:
        return [f"cannot be read: {str(error).splitlines()[0]}"]
    try:
        run.execute()
        problems += problems_of_outputs(run.notebook)
    except Wrong as wrong:
        problems.append(str(wrong))
    finally:
        problems += run.leftovers()
    write_html(run.notebook, file.stem, pages)
    return problems


def here(file: Path) -> Path:
    """A bare name is that of a notebook of this folder, wherever one is."""
    return file if file.exists() or file.is_absolute() else HERE / file


def main() -> int:
    parser = argparse.ArgumentParser(description="Executes notebooks without a browser.")
    parser.add_argument("files", nargs="*", type=Path)
    named = parser.parse_args().files
    files = [here(file) for file in named] or sorted(HERE.glob("*.ipynb"))
    failed = 0 if files else 1
    for file in files:
        began = time.monotonic()
        problems = check(file.resolve(), HERE.parent / ".course" / "notebooks", Limits())
        failed += bool(problems)
        print(f"{file.name}: {'FAILED' if problems else 'passed'} ({time.monotonic() - began:.1f} s)")
        for problem in problems:
            print(f"  {problem}")
    if not files:
        print(f"no notebooks in {HERE}")
    print(f"{len(files) - failed if files else 0} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
