# SPDX-License-Identifier: Apache-2.0
"""The proof of the pages finds what is wrong, and nothing else."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check  # noqa: E402
from check import Run, blocks_of, execute, first_missing, masked, problems_of, uncovered  # noqa: E402

PAGE = """
```
make a      # says hello
```
```
hello after 3.1 ms
```
```java
int i;
```
```
$ make b
one
```
"""


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.blocks = blocks_of("p.md", PAGE)
        self.runs = [Run("make a", ["p.md: hello"]), Run("make b", ["p.md: $ make b"])]

    def test_blocks_are_commands_or_output_or_both(self):
        self.assertEqual([["make a"], [], ["make b"]], [b.commands for b in self.blocks])
        self.assertEqual([[], ["hello after 3.1 ms"], ["one"]], [b.output for b in self.blocks])

    def test_all_is_covered(self):
        self.assertEqual([], uncovered(self.blocks, self.runs, {}))
        exempt = {"make b": "because", "p.md: $ make b": "because"}
        self.assertEqual([], uncovered(self.blocks, self.runs[:1], exempt))

    def test_what_nobody_runs_or_compares_is_told(self):
        self.assertEqual(
            ["p.md: nobody runs `make b`", "p.md: $ make b: nobody compares this output"],
            uncovered(self.blocks, self.runs[:1], {}),
        )

    def test_what_no_page_has_any_more_is_told(self):
        runs = [*self.runs, Run("make c"), Run("make d", ["p.md: gone"])]
        self.assertEqual(
            [
                "proofs.toml: no page has `p.md: gone` any more",
                "proofs.toml: no page has `make e` any more",
                "proofs.toml: no page needs `make c` any more",
            ],
            uncovered(self.blocks, runs, {"make e": "because"}),
        )

    def test_a_block_stands_in_the_output_in_its_order(self):
        self.assertIsNone(first_missing(["a", "...", "c"], ["a", "b", "c"]))
        self.assertEqual("a", first_missing(["c", "a"], ["a", "b", "c"]))
        self.assertEqual("d", first_missing(["a", "d"], ["a", "b", "c"]))

    def test_what_comes_by_stderr_may_stand_elsewhere(self):
        output = ["host   | b", "log    | INFO a", "host   | c", "host   | exercise 2.5: not done"]
        for early in ["log    | INFO a", "host   | exercise 2.5: not done"]:
            self.assertIsNone(first_missing([early, "host   | b", "host   | c"], output))
        self.assertEqual("log    | INFO d", first_missing(["log    | INFO d"], output))
        self.assertEqual("host   | b", first_missing(["host   | c", "host   | b"], output))

    def test_what_changes_is_masked(self):
        for left, right in [
            ("6 + 7 = 13.0   (47.4 ms)", "6 + 7 = 13.0 (1,003.0 ms)"),
            ("1|1|unix|/tmp/plugin47|grpc|", "1|1|unix|/home/me/tmp/plugin1|grpc|"),
            ("plugin | pid 2310, ready after 537.0 ms", "plugin | pid 1, ready after 2.0 ms"),
            ("path: /opt/jdk-25/bin/java", "path: /usr/lib/jvm/x/bin/java"),
            ("mode: rwxr-xr-x, owner: root, you: root", "mode: r-xr-xr-x, owner: a, you: b"),
            (" 0.54 s  left   no process", "12.00 s left no process"),
        ]:
            self.assertEqual(masked(left), masked(right))

    def test_results_are_not_masked(self):
        self.assertNotEqual(masked("6 + 7 = 13.0"), masked("6 + 7 = 14.0"))
        self.assertNotEqual(masked("exit code 143"), masked("exit code 1"))
        self.assertNotEqual(masked("6 passed, 0 failed"), masked("5 passed, 1 failed"))

    def test_another_output_and_another_exit_code_are_told(self):
        [block] = blocks_of("p.md", "```\nhello\nyou\n```\n")
        run = Run("echo hello; echo me; exit 3", [block.name])
        told = problems_of(run, [block], self.folder)
        self.assertEqual("exit code 3, not 0", told[0])
        self.assertEqual("  page:   you", told[2])
        self.assertEqual(["  | hello", "  | me"], told[-2:])

    def test_what_waits_for_ever_is_ended(self):
        status, lines = execute(Run("echo ready; sleep 4244", until="ready"), self.folder)
        self.assertEqual((None, ["ready"]), (status, lines))

    def test_what_a_machine_lacks_is_known_beforehand(self):
        self.assertTrue(Run("make a").can_be_shown())
        self.assertTrue(Run("make a", needs="true").can_be_shown())
        self.assertFalse(Run("make a", needs="no-such-program-4244 --help").can_be_shown())

    def test_what_hangs_is_killed_and_told(self):
        self.addCleanup(setattr, check, "TIMEOUT", check.TIMEOUT)
        check.TIMEOUT = 1
        [exit_code, limit] = problems_of(Run("sleep 4244"), [], self.folder)[:2]
        self.assertEqual("exit code None, not 0", exit_code)
        self.assertEqual("its output, masked:", limit)


if __name__ == "__main__":
    unittest.main()
