# SPDX-License-Identifier: Apache-2.0
"""Does the checker see what is wrong? Each test runs a small notebook in a real kernel.

    notebooks/check.sh --self-test
"""
import json
import re
import sys
import tempfile
import time
import unittest
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import check_notebooks  # noqa: E402
from check_notebooks import Limits, check  # noqa: E402
from strip import stripped  # noqa: E402

LIMITS = Limits(cell=10, notebook=90, end=3)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><desc>d</desc></svg>'
DRAW = 'String id = display("""\n%s""", "image/svg+xml");'


class CheckTest(unittest.TestCase):
    def setUp(self):
        # In the folder of the course: a notebook elsewhere gets no Java.
        ours = check_notebooks.HERE.parent / ".course" / "notebooks"
        folder = tempfile.TemporaryDirectory(dir=ours)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def problems(self, *cells, pictures=0, change=lambda notebook: None):
        sources = [
            {"cell_type": "code", "id": f"cell{i}", "source": source, "metadata": {}}
            for i, source in enumerate(cells)
        ]
        notebook = {
            "cells": sources,
            "metadata": {"course": {"pictures": pictures}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        notebook = json.loads(stripped(json.dumps(notebook)))
        change(notebook)
        text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        file = self.folder / "some.ipynb"
        file.write_text(text, encoding="utf-8")
        return check(file, self.folder / "html", LIMITS)

    def test_a_good_notebook_passes_and_can_be_read(self):
        self.assertEqual([], self.problems("1 + 1", DRAW % PICTURE, pictures=1))
        html = (self.folder / "html" / "some.html").read_text(encoding="utf-8")
        self.assertTrue("<title>t</title><desc>d</desc></svg>" in html, "the picture is in it")
        fetched = re.findall(r"""(?:src|href)=["']?(?!data:|#)[^"' >]*|import\(|@import|//cdn""", html)
        self.assertEqual([], fetched, "nothing is fetched when it is read")

    def test_a_failing_cell_is_named(self):
        [problem] = self.problems("int i = 1;", "\nint zero = 0;\ni / zero")
        self.assertIn("code cell 2 (`int zero = 0;`) failed", problem)
        self.assertIn("ArithmeticException", problem)

    def test_a_cell_that_does_not_compile_fails(self):
        [problem] = self.problems("int i = true;")
        self.assertIn("code cell 1 (`int i = true;`) failed", problem)
        self.assertIn("boolean cannot be converted to int", problem)

    def test_a_cell_that_works_only_once_fails(self):
        [problem] = self.problems(
            'if (System.setProperty("ran", "yes") != null) throw new Exception("twice");'
        )
        self.assertIn("when run again failed", problem)

    def test_a_hang_is_killed_and_named(self):
        [problem] = self.problems("1 + 1", "while (true) {}")
        self.assertIn("code cell 2 (`while (true) {}`) ran longer than 10 s", problem)
        self.assertFalse([p for p in psutil.Process().children(recursive=True) if p.is_running()])

    def test_an_exit_is_named(self):
        [problem] = self.problems("System.exit(3);")
        self.assertIn("code cell 1 (`System.exit(3);`) killed the kernel", problem)

    def test_a_process_left_behind_is_told_and_killed(self):
        began = time.time()
        problems = self.problems('new ProcessBuilder("setsid", "sleep", "4242").start().pid();')
        self.assertEqual(2, len(problems), problems)
        self.assertIn("behind: sleep 4242", problems[0])
        for process in psutil.process_iter(["cmdline", "create_time"]):
            if process.info["create_time"] > began:
                self.assertNotIn("4242", process.info["cmdline"] or [])

    def test_a_socket_left_behind_is_told(self):
        [problem] = self.problems(
            'new File(System.getenv("TMPDIR"), "plugin1").createNewFile();'
        )
        self.assertIn("left a file behind", problem)

    def test_pictures_must_be_there_and_good(self):
        self.assertIn("drew 0 pictures", self.problems("1", pictures=1)[0])
        self.assertIn("no XML", self.problems(DRAW % "<svg>", pictures=1)[0])
        bare = '<svg xmlns="http://www.w3.org/2000/svg"/>'
        self.assertIn("no title", self.problems(DRAW % bare, pictures=1)[0])

    def test_stderr_is_told(self):
        [problem] = self.problems('System.err.println("careful");')
        self.assertIn("writes to stderr: careful", problem)

    def test_outputs_in_the_file_are_told(self):
        def run(notebook):
            notebook["cells"][0]["execution_count"] = 1

        [problem] = self.problems("1", change=run)
        self.assertIn("strip.py", problem)

    def test_another_kernel_is_told(self):
        def use_another(notebook):
            notebook["metadata"]["kernelspec"]["name"] = "python3"

        [problem] = self.problems("1", change=use_another)
        self.assertEqual("its kernel is python3, not course-java", problem)

    def test_a_missing_kernel_is_told(self):
        kernel = check_notebooks.KERNELSPEC
        self.addCleanup(kernel.__setitem__, "name", kernel["name"])
        kernel["name"] = "course-cobol"
        [problem] = self.problems("1")
        self.assertEqual("there is no kernel course-cobol: run notebooks/setup.sh", problem)

    def test_a_file_that_is_no_notebook_is_told(self):
        file = self.folder / "broken.ipynb"
        file.write_text("{")
        [problem] = check(file, self.folder, LIMITS)
        self.assertIn("cannot be read", problem)


if __name__ == "__main__":
    unittest.main()
