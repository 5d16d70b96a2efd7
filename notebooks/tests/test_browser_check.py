# SPDX-License-Identifier: Apache-2.0
"""Does the check in the browser see what is wrong, and does it skip where it must?

    notebooks/check.sh --self-test
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(NOTEBOOKS))
from strip import stripped  # noqa: E402

CHECK = NOTEBOOKS / "tests" / "browser_check.py"


class BrowserCheckTest(unittest.TestCase):
    def run_check(self, file, **environment):
        return subprocess.run(
            [sys.executable, CHECK, file],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=300,
        )

    @unittest.skipUnless(
        shutil.which("chromium") and shutil.which("chromedriver"), "there is no Chromium"
    )
    def test_what_goes_wrong_in_the_browser_is_told(self):
        wide = "<table style='width: 3000px'><caption>Too wide</caption></table>"
        sources = [
            f'String id = display("{wide}", "text/html");',
            'System.err.println("careful");',
            'throw new Exception("broken");',
            "1 + 1",
        ]
        notebook = {
            "cells": [
                {"cell_type": "code", "id": f"cell{i}", "source": source, "metadata": {}}
                for i, source in enumerate(sources)
            ],
            "metadata": {"course": {"pictures": 0}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "bad-in-browser.ipynb"
            file.write_text(stripped(json.dumps(notebook)), encoding="utf-8")
            run = self.run_check(file)

        self.assertEqual(1, run.returncode, run.stdout + run.stderr)
        self.assertIn("bad-in-browser.ipynb: FAILED", run.stdout)
        self.assertRegex(run.stdout, "a cell failed: .*broken")
        self.assertIn("writes to stderr: careful", run.stdout)
        self.assertRegex(run.stdout, "is cut off: Too wide: 30.. pixels wide, there is room for ")
        self.assertIn("0 passed, 1 failed; screenshots: ", run.stdout)

    def test_without_a_chromium_it_skips_and_says_so(self):
        run = self.run_check(NOTEBOOKS / "01-handshake.ipynb", PATH="/none")

        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertIn("browser: skipped, no chromium on PATH runs (apt install", run.stdout)

    def test_a_chromium_that_only_asks_to_be_installed_is_none(self):
        with tempfile.TemporaryDirectory() as folder:
            stub = Path(folder) / "chromium"
            stub.write_text("#!/bin/sh\nexit 1\n")
            stub.chmod(0o755)
            run = self.run_check(NOTEBOOKS / "01-handshake.ipynb", PATH=folder)

        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertIn("browser: skipped, no chromium on PATH runs (apt install", run.stdout)


if __name__ == "__main__":
    unittest.main()
