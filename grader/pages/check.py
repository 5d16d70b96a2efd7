# SPDX-License-Identifier: Apache-2.0
"""Proves the pages: what they tell to run runs, and shows what they show.

    check.py              all of it
    check.py WORD...      only the runs whose command contains one of the words

proofs.toml says which command shows which block, and which blocks are exempt and why. A block of a
page that is in neither, and a line there that no page needs, are faults. So a page cannot get a
command or an output that nobody looks at.

The commands run in a copy of the repository as it is on the disk, without what was built or
learned in it. Numbers that change with each run are masked. The lines of a block must be in the
output in the page's order; between them there may be others.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(f"pages: Python 3.11 is needed, this is {sys.version.split()[0]}")
import tomllib  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
TIMEOUT = 300  # seconds, for a command: a busy machine needs them

# Both guides have the same blocks (grader/tests/pages), so one of them is read.
PAGES = ["README.md", "GUIDE.md", "WORKSHOP.md"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OTHER_LANGUAGES = {"mermaid", "java", "yaml", "proto"}
COMMAND = re.compile(r"^(\$ |\./jbang |make |git |cd |curl |[A-Z_]+=\S+ )")
COMMENT = re.compile(r"\s+# .*$")
AT_ANY_MOMENT = re.compile(r"(\w+ \| )?exercise \d|log \| ")

# What differs from run to run or from machine to machine. In this order.
MASKS = [
    (re.compile(r"\x1b\[[0-9;]*m"), ""),
    (re.compile(r"/\S*/bin/java\b"), "JAVA"),
    (re.compile(r"/[\w./-]*/plugin(-dir)?\d+(/plugin\d+)?"), "SOCKET"),
    (re.compile(r"/tmp/plugin\d+"), "SOCKET"),
    (re.compile(r"(mode|owner|you|architecture|this machine): [^,]*"), r"\1: MASKED"),
    (re.compile(r"\b[\d,]+(\.\d+)? ?(ms|us|s|MiB/s)\b"), "TIME"),
    # The end of a trace's line is cut where the line gets too long.
    (re.compile(r"(INVALID_ARGUMENT TIME), .*$"), r"\1"),
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
    (re.compile(r"(\bpid|\bprocess|\bplugin|kill -9) \d+"), r"\1 PID"),
    (re.compile(r"(\w+)-[0-9a-f]{16}\.jar"), r"\1-DIGEST.jar"),
    (re.compile(r"\b\d+ variables, \d+ folders\b"), "N variables, N folders"),
    (re.compile(r"\b\d+ calls,"), "N calls,"),
    (re.compile(r"\b\d+ (requests|passed|over the limit),"), r"N \1,"),
    (re.compile(r'"(at|took_ms)":("[^"]*"|[\d.]+)'), r'"\1":TIME'),
    (re.compile(r"(_count\{[^}]*\}) \d+$"), r"\1 N"),
    (re.compile(r"\.java:\d+"), ".java:LINE"),
    # The table of plugins: process, since when, number of calls
    (re.compile(r"\b(ready|starting|stopped) +\d+ +TIME +\d+$"), r"\1 PID TIME N"),
    (re.compile(r"\s+"), " "),
]


def masked(line: str) -> str:
    for pattern, replacement in MASKS:
        line = pattern.sub(replacement, line.rstrip())
    return line.strip()


@dataclass(frozen=True)
class Block:
    """A block of a page that is code without a language: commands, output, or both."""

    page: str
    text: str

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]

    @property
    def name(self) -> str:
        return f"{self.page}: {self.lines[0]}"

    def is_named(self, name: str) -> bool:
        """Names have no comment, and may leave out the end."""
        return bool(name) and COMMENT.sub("", self.name).startswith(name)

    @property
    def commands(self) -> list[str]:
        """What is to be typed; nothing if the block is output."""
        lines = self.lines[:1] if self.lines[0].startswith("$ ") else self.lines
        if not all(COMMAND.match(line) for line in lines):
            return []
        return [COMMENT.sub("", line).removeprefix("$ ").strip() for line in lines]

    @property
    def output(self) -> list[str]:
        """What it says that one sees."""
        if self.lines[0].startswith("$ "):
            return self.lines[1:]
        return [] if self.commands else self.lines


@dataclass
class Run:
    """A command that is run.

    shows: the names of the blocks that its output is compared with
    status: its exit code
    until: ends it as soon as a line with this text is there, for what would wait for ever
    needs: a command that fails on a machine that cannot show this: the run is skipped there
    """

    command: str
    shows: list[str] = field(default_factory=list)
    status: int = 0
    until: str = ""
    needs: str = ""

    def can_be_shown(self) -> bool:
        """Whether this machine has what it needs."""
        probe = ["sh", "-c", self.needs]
        return not self.needs or subprocess.run(probe, capture_output=True).returncode == 0


def blocks_of(page: str, text: str) -> list[Block]:
    return [
        Block(page, content)
        for language, content in FENCE.findall(text)
        if language not in OTHER_LANGUAGES and content.strip()
    ]


def first_missing(expected: list[str], actual: list[str]) -> str | None:
    """The first line of the block that is not in the output, in the block's order.

    What an open exercise says, and what a plugin logs, comes by stderr, at any moment; plugins that
    start together are ready in any order.
    """
    lines = [masked(line) for line in actual]
    seen = iter(lines)
    for line in expected:
        wanted = masked(line)
        anywhere = AT_ANY_MOMENT.match(wanted) or wanted.endswith(" ready PID TIME N")
        place = lines if anywhere else seen
        if wanted != "..." and wanted not in place:
            return line
    return None


def uncovered(blocks: list[Block], runs: list[Run], exempt: dict[str, str]) -> list[str]:
    """What the pages have and proofs.toml does not, and the other way round."""
    faults = []
    commands = {run.command for run in runs}
    shown = [name for run in runs for name in run.shows]
    for block in blocks:
        if any(block.is_named(name) for name in exempt):
            continue
        for command in block.commands:
            if command not in commands and command not in exempt:
                faults.append(f"{block.page}: nobody runs `{command}`")
        if block.output and not any(block.is_named(name) for name in shown):
            faults.append(f"{block.name}: nobody compares this output")
    typed = {command for block in blocks for command in block.commands}
    for name in [*shown, *exempt]:
        if name not in typed and not any(block.is_named(name) for block in blocks):
            faults.append(f"proofs.toml: no page has `{name}` any more")
    for run in runs:
        if run.command not in typed and not run.shows:
            faults.append(f"proofs.toml: no page needs `{run.command}` any more")
    return faults


def execute(run: Run, folder: Path) -> tuple[int | None, list[str]]:
    """The exit code, None after `until` or the time limit; and the lines of both streams."""
    process = subprocess.Popen(
        ["sh", "-c", run.command],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "MAKEFLAGS": "", "MAKELEVEL": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    late = threading.Event()

    def give_up():
        late.set()
        os.killpg(process.pid, signal.SIGKILL)

    timer = threading.Timer(TIMEOUT, give_up)
    timer.start()
    lines = []
    with process:
        try:
            for line in process.stdout:
                lines.append(line.rstrip("\n"))
                if run.until and run.until in line:
                    os.killpg(process.pid, signal.SIGTERM)
            status = process.wait(TIMEOUT)
        finally:
            timer.cancel()
    if late.is_set():
        lines.append(f"... and was killed after {TIMEOUT} s")
        return None, lines
    return (None if run.until else status), lines


def problems_of(run: Run, blocks: list[Block], folder: Path) -> list[str]:
    status, lines = execute(run, folder)
    problems = []
    if run.until and not any(run.until in line for line in lines):
        problems.append(f"never said: {run.until}")
    if not run.until and status != run.status:
        problems.append(f"exit code {status}, not {run.status}")
    for block in blocks:
        if any(block.is_named(name) for name in run.shows):
            missing = first_missing(block.output, lines)
            if missing is not None:
                problems.append(f"{block.page} shows a line that did not come, or not there:")
                problems.append(f"  page:   {missing}")
                problems.append(f"  masked: {masked(missing)}")
    if problems:
        problems += ["its output, masked:"] + [f"  | {masked(line)}" for line in lines[-60:]]
    return problems


def copy_of_repository(folder: Path) -> None:
    """The files that are or will be in git, as they are on the disk."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        sys.exit(f"pages: git cannot tell which files belong to the course: {listed.stderr.strip()}")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def main() -> int:
    words = sys.argv[1:]
    proofs = tomllib.loads((Path(__file__).parent / "proofs.toml").read_text(encoding="utf-8"))
    runs = [Run(**run) for run in proofs["run"]]
    lessons = sorted(path.relative_to(ROOT) for path in ROOT.glob("lessons/*/README.md"))
    projects = sorted(path.relative_to(ROOT) for path in ROOT.glob("solutions/projects/*/README.md"))
    blocks = [
        block
        for page in [*PAGES, *map(str, lessons), *map(str, projects)]
        for block in blocks_of(page, (ROOT / page).read_text(encoding="utf-8"))
    ]
    faults = uncovered(blocks, runs, proofs["exempt"])
    for fault in faults:
        print(fault)
    passed, failed, skipped = 0, len(faults), 0
    folder = Path(tempfile.mkdtemp(prefix="pages"))
    try:
        copy_of_repository(folder)
        for run in runs:
            if words and not any(word in run.command for word in words):
                continue
            if not run.can_be_shown():
                skipped += 1
                print(f"skipped {run.command}: here fails what it needs: {run.needs}", flush=True)
                continue
            began = time.monotonic()
            problems = problems_of(run, blocks, folder)
            passed, failed = passed + (not problems), failed + bool(problems)
            word = "FAILED" if problems else "passed"
            print(f"{word}  {run.command} ({time.monotonic() - began:.1f} s)", flush=True)
            for problem in problems:
                print(f"        {problem}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    counts = f"{passed} passed, {failed} failed, {skipped} skipped"
    print(f"{counts}, {len(proofs['exempt'])} exempt", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
