# SPDX-License-Identifier: Apache-2.0
"""What each notebook has: questions with answers, a check of one's own answer, nothing but prose
and code in git. Nothing is run here.

    notebooks/check.sh --self-test
"""
import json
import re
import sys
import unittest
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(NOTEBOOKS))
from check_notebooks import text_in_git  # noqa: E402
from strip import stripped  # noqa: E402

FILES = sorted(NOTEBOOKS.glob("*.ipynb"))
QUESTION = "**Predict first.**"
ANSWER = "<summary>Answer</summary>"


def cells(file: Path, kind: str) -> list[str]:
    notebook = json.loads(file.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == kind]


class NotebooksTest(unittest.TestCase):
    def test_there_are_eight(self):
        self.assertEqual(8, len(FILES))

    def test_each_question_has_an_answer_to_open(self):
        for file in FILES:
            with self.subTest(file.name):
                marks = re.findall(
                    f"{re.escape(QUESTION)}|{ANSWER}", "\n".join(cells(file, "markdown"))
                )
                self.assertGreaterEqual(len(marks), 6, "questions and answers")
                for question, answer in zip(marks[::2], marks[1::2], strict=True):
                    self.assertEqual((QUESTION, ANSWER), (question, answer))

    def test_answers_are_folded(self):
        for file in FILES:
            with self.subTest(file.name):
                text = "\n".join(cells(file, "markdown"))
                whole = re.findall(f"<details>\n{ANSWER}\n\n.+?\n</details>", text, re.DOTALL)
                self.assertEqual(text.count(ANSWER), len(whole))

    def test_a_cell_checks_the_answer_to_an_exercise_that_the_text_names(self):
        for file in FILES:
            with self.subTest(file.name):
                code = cells(file, "code")
                called = re.findall(r"^check\((?:\"(.+)\"|exercise)\);$", code[-1], re.M)
                self.assertEqual(1, len(called))
                default = re.findall(r'^String exercise = "(.+)";$', "\n".join(code), re.M)
                exercise = called[0] or default[0]
                text = "\n".join(cells(file, "markdown"))
                self.assertIn(f"make check EX={exercise}`", text)
                self.assertIn("that is no mistake of this notebook", text)

    def test_the_first_cell_may_be_run_again(self):
        for file in FILES:
            with self.subTest(file.name):
                self.assertIn("\nCourse.endProcesses();\n", cells(file, "code")[0])
                self.assertIn("This cell may be run at any time.", "\n".join(cells(file, "markdown")))

    def test_git_holds_prose_and_code_only(self):
        for file in FILES:
            with self.subTest(file.name):
                text = text_in_git(file)
                self.assertEqual(stripped(text), text)
                self.assertNotIn('"output_type"', text)


if __name__ == "__main__":
    unittest.main()
