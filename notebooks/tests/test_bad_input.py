# SPDX-License-Identifier: Apache-2.0
"""What a learner's machine may lack or have too much of: each time a message with the fix.

    notebooks/check.sh --self-test
"""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import psutil
from jupyter_client.manager import start_new_kernel

NOTEBOOKS = Path(__file__).resolve().parent.parent
COURSE = NOTEBOOKS.parent
sys.path.insert(0, str(NOTEBOOKS))
import processes  # noqa: E402
from check_notebooks import Limits, check  # noqa: E402
from strip import stripped  # noqa: E402

KERNEL_JSON = Path(sys.prefix) / "share" / "jupyter" / "kernels" / "course-java" / "kernel.json"
LIMITS = Limits(cell=60, notebook=150, end=10)
# What the shell scripts need. No java, no python3.
TOOLS = "cat cksum cut dirname grep head mkdir readlink sed sh tail tr uname".split()


def program(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)


def until(condition, seconds=60):
    """What the condition answers, once it is true of it; at the end whatever it is."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return answer


class BadInputTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="bad input")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.tools = self.folder / "tools"
        self.tools.mkdir()
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool))


class SetupTest(BadInputTest):
    """The folder of the course is a copy, without anything installed in it."""

    def setup_says(self, status=1):
        copy = self.folder / "course"
        for file in ["setup.sh", "requirements.txt"]:
            (copy / "notebooks").mkdir(parents=True, exist_ok=True)
            shutil.copy(NOTEBOOKS / file, copy / "notebooks")
        run = subprocess.run(
            [copy / "notebooks" / "setup.sh"],
            env={"PATH": str(self.tools), "HOME": str(self.folder)},
            capture_output=True,
            text=True,
            timeout=60,
        )
        self.assertEqual(status, run.returncode, run.stderr)
        self.assertEqual("", run.stdout)
        [line] = run.stderr.splitlines()[-1:]
        return line

    def test_no_python(self):
        said = self.setup_says()
        self.assertEqual(
            "notebooks: python3 is missing:"
            " apt install python3-venv | dnf install python3 | brew install python",
            said,
        )

    def test_an_old_python(self):
        program(
            self.tools / "python3",
            '#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2 && exit\nexit 1\n',
        )
        self.assertIn(
            f"Python 3.11 is needed, {self.tools}/python3 is Python 3.9.2: apt install",
            self.setup_says(),
        )

    def test_a_python_without_venv(self):
        program(self.tools / "python3", '#!/bin/sh\ncase $2 in *ensurepip*) exit 1 ;; esac\n')
        self.assertIn("Python's venv module is missing: apt install", self.setup_says())

    def test_packages_that_cannot_be_fetched(self):
        program(
            self.tools / "python3",
            f"#!{shutil.which('sh')}\n"
            'case "$*" in *"-m venv"*)\n'
            "  mkdir -p \"$4/bin\" && cp \"$0\" \"$4/bin/python\" ;;\n"
            '*"-m pip"*) echo "ERROR: no route to host"; exit 1 ;; esac\n',
        )
        for tool in ["chmod", "cp"]:
            (self.tools / tool).symlink_to(shutil.which(tool))
        said = self.setup_says()
        self.assertIn("does pip's configuration name your mirror or proxy?", said)
        self.assertIn("no route to host", said)

    def test_a_kernel_that_is_gone(self):
        run = subprocess.run(
            [sys.executable, NOTEBOOKS / "configure.py", self.folder, "/none", "none.jar"],
            capture_output=True,
            text=True,
            timeout=60,
        )
        self.assertEqual(1, run.returncode)
        self.assertIn(f"jjava.jar is missing: delete {self.folder} and run this", run.stderr)


class KernelTest(BadInputTest):
    """Real kernels, started as `kernel.json` says, with one thing changed."""

    def setUp(self):
        super().setUp()
        # A notebook lies in the course's folder; this part of it is not in git.
        place = tempfile.TemporaryDirectory(dir=COURSE / ".course" / "notebooks")
        self.addCleanup(place.cleanup)
        self.place = Path(place.name)
        self.change_environment(JUPYTER_PATH=str(self.folder))

    def change_environment(self, **variables):
        change = mock.patch.dict(os.environ, variables)
        change.start()
        self.addCleanup(change.stop)

    def kernel(self, jdk=None, class_path=None):
        spec = json.loads(KERNEL_JSON.read_text())
        if jdk:
            spec["argv"][3] = str(jdk)
        if class_path:
            spec["env"]["JJAVA_CLASSPATH"] = class_path
        file = self.folder / "kernels" / "course-java" / "kernel.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(spec))

    def problems(self, folder, cell="1 + 1"):
        cell = {"cell_type": "code", "id": "cell", "source": cell, "metadata": {}}
        notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        file = folder / "some.ipynb"
        file.write_text(stripped(json.dumps(notebook)), encoding="utf-8")
        return check(file, self.folder / "html", LIMITS)

    def jdk_17(self):
        home = self.folder / "jdk-17"
        for name in ["java", "javac"]:
            program(home / "bin" / name, "#!/bin/sh\nexit 1\n")
        (home / "release").write_text('JAVA_VERSION="17.0.15"\n')
        return home

    def test_a_jdk_17_gives_way_to_one_that_will_do(self):
        self.kernel(jdk=self.jdk_17())
        cell = 'if (Runtime.version().feature() < 25) throw new Exception("old");'
        self.assertEqual([], self.problems(self.place, cell))

    def test_a_jdk_17_and_no_other(self):
        self.kernel(jdk=self.jdk_17())
        self.change_environment(
            PATH=str(self.tools), JDK_DIRS="/none", JBANG_DIR="/none", JBANG_CACHE_DIR="/none"
        )
        [problem] = self.problems(self.place)
        self.assertIn("jdk-17 is no JDK 25 any more. No JDK 25 or newer in JAVA_HOME", problem)
        self.assertIn("apt install openjdk-25-jdk", problem)
        self.assertIn("make notebooks", problem)

    def test_a_library_that_is_gone(self):
        self.kernel(class_path="/none/framework.jar")
        [problem] = self.problems(self.place)
        self.assertIn("A library of the course is gone: /none/framework.jar", problem)
        self.assertIn("run: make notebooks", problem)

    def test_a_notebook_outside_of_the_course(self):
        [problem] = self.problems(self.folder)
        self.assertIn(f"This notebook lies in {self.folder}", problem)
        self.assertIn(f"Move it to {COURSE}/notebooks. Then, in {COURSE}: make notebooks", problem)

    def test_a_notebook_of_another_copy_of_the_course(self):
        (self.folder / "jbang-catalog.json").write_text("{}")
        [problem] = self.problems(self.folder)
        self.assertIn(f"This notebook belongs to the course in {self.folder}", problem)
        self.assertIn(f"In {self.folder} run: make notebooks", problem)

    def test_a_plugin_of_a_killed_kernel(self):
        manager, client = start_new_kernel(
            startup_timeout=60, kernel_name="course-java", cwd=str(self.place)
        )
        kernel = psutil.Process(manager.provisioner.pid)
        self.addCleanup(manager.shutdown_kernel, now=True)
        # A plugin that was stopped does not look for its host.
        client.execute('new ProcessBuilder("sleep", "4243").start()')

        def plugin():
            return [child for child in kernel.children() if "4243" in child.cmdline()]

        [left] = until(plugin)
        self.addCleanup(lambda: left.is_running() and left.kill())
        processes.end_leftovers()
        self.assertTrue(left.is_running(), "its kernel lives")

        client.stop_channels()
        kernel.send_signal(signal.SIGKILL)
        manager.provisioner.process.wait(30)

        [told] = [t for t in processes.end_leftovers() if f"process {left.pid} " in t]
        self.assertIn("was left over from a kernel that was killed: ended it", told)
        self.assertIn("sleep 4243", told)
        self.assertTrue(until(lambda: not left.is_running()))


class OpenTest(BadInputTest):
    """JupyterLab itself."""

    def lab(self, *arguments):
        """Opens the notebooks from another folder; answers the process and the file it logs to."""
        log = self.folder / "log"
        runtime = self.folder / "runtime"
        with log.open("wb") as sink:
            lab = subprocess.Popen(
                [NOTEBOOKS / "open.sh", "--no-browser", *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                start_new_session=True,
                env={**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)},
            )
        self.addCleanup(lab.wait, 60)
        self.addCleanup(lambda: lab.poll() is None and os.killpg(lab.pid, signal.SIGKILL))
        return lab, log

    def taken_port(self):
        taken = socket.socket()
        self.addCleanup(taken.close)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        return taken.getsockname()[1]

    def test_a_busy_port_gives_way_to_another(self):
        port = self.taken_port()
        lab, log = self.lab(f"--port={port}")

        self.assertTrue(
            until(lambda: "/lab/tree/01-handshake.ipynb?token=" in log.read_text()),
            log.read_text(),
        )
        self.assertIn(f"port {port} is taken by process {os.getpid()}", log.read_text())
        self.assertIn("notebooks/open.sh --port=", log.read_text())
        self.assertNotIn(f"localhost:{port}/lab", log.read_text())

    def test_a_busy_port_and_no_other_allowed(self):
        port = self.taken_port()
        lab, log = self.lab(f"--port={port}", "--ServerApp.port_retries=0")

        self.assertEqual(1, lab.wait(90), log.read_text())
        self.assertIn(f"port {port} is taken by process {os.getpid()}", log.read_text())
        self.assertIn("to choose one yourself: notebooks/open.sh --port=", log.read_text())


if __name__ == "__main__":
    unittest.main()
