# SPDX-License-Identifier: Apache-2.0
"""Becomes the kernel `course-java`: kernel.py CONNECTION_FILE JDK JAVA_OPTIONS...

Looks first whether Java can run the notebooks as they are now: the JDK and the jars may have gone
since configure.py named them. If it cannot, a kernel starts that answers each cell with the
reason: a kernel that just died would tell a learner nothing.
"""
import os
import subprocess
import sys
from pathlib import Path

import processes

COURSE = Path(__file__).resolve().parent.parent
MARK_OF_A_COURSE = "jbang-catalog.json"
AGAIN = f"Then, in {COURSE}: make notebooks"


class Unfit(Exception):
    """Why the Java kernel cannot run, and what to do."""


def main() -> None:
    connection_file, jdk, *options = sys.argv[1:]
    os.environ[processes.KERNEL_MARK] = processes.mark_of_kernel()
    for told in processes.end_leftovers():
        print(f"notebooks: {told}", file=sys.stderr)
    try:
        require_folder(Path.cwd())
        require_class_path(os.environ["JJAVA_CLASSPATH"])
        java = f"{fit_jdk(jdk)}/bin/java"
        # The process stays the same: what Jupyter kills is the kernel.
        os.execv(java, [java, *options])
    except (Unfit, OSError) as reason:
        print(f"notebooks: {reason}", file=sys.stderr)
        # Only now: ipykernel takes its time to load.
        import excuse_kernel

        excuse_kernel.launch(connection_file, str(reason))


def require_folder(folder: Path) -> None:
    """A kernel starts in the folder of its notebook."""
    for parent in [folder, *folder.parents]:
        if (parent / MARK_OF_A_COURSE).is_file():
            if parent.samefile(COURSE):
                return
            raise Unfit(
                f"This notebook belongs to the course in {parent},\n"
                f"this kernel to the one in {COURSE}.\n"
                f"In {parent} run: make notebooks"
            )
    raise Unfit(
        f"This notebook lies in {folder},\n"
        f"and needs the files of the course beside it.\n"
        f"Move it to {COURSE}/notebooks. {AGAIN}"
    )


def require_class_path(class_path: str) -> None:
    for jar in class_path.split(os.pathsep):
        if not Path(jar).is_file():
            raise Unfit(
                f"A library of the course is gone: {jar}\nRestart is no help. In {COURSE} run:"
                " make notebooks"
            )


def fit_jdk(jdk: str) -> str:
    """This JDK; if it is gone or too old, another one that will do."""
    search = subprocess.run(
        [COURSE / "launcher" / "find-jdk.sh"],
        env={**os.environ, "JAVA_HOME": jdk},
        capture_output=True,
        text=True,
        timeout=30,
    )
    if search.returncode != 0:
        raise Unfit(f"{jdk} is no JDK 25 any more. {search.stderr.strip()}\n{AGAIN}")
    return search.stdout.strip()


if __name__ == "__main__":
    main()
