# SPDX-License-Identifier: Apache-2.0
"""Takes what a run leaves out of the notebooks, so that git holds prose and code only.

    python3 notebooks/strip.py           all notebooks of this folder, in place
    python3 notebooks/strip.py FILE...   these

Needs nothing but Python.
"""
import json
import sys
from pathlib import Path

KERNELSPEC = {"display_name": "Java (course)", "language": "java", "name": "course-java"}

# For those who show a notebook without a kernel, such as GitHub: it is Java.
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "java",
    "pygments_lexer": "java",
}


def stripped(text: str) -> str:
    """The notebook as it belongs into git: no outputs, no counts, our kernel."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        # Tags are the author's; the rest (timing, collapsed, ...) is the editor's.
        cell["metadata"] = {k: v for k, v in cell.get("metadata", {}).items() if k == "tags"}
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
    course = notebook["metadata"].get("course", {})
    notebook["metadata"] = {
        "course": course,
        "kernelspec": KERNELSPEC,
        "language_info": LANGUAGE,
    }
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    here = Path(__file__).resolve().parent
    for file in [Path(name) for name in sys.argv[1:]] or sorted(here.glob("*.ipynb")):
        before = file.read_text(encoding="utf-8")
        after = stripped(before)
        if after != before:
            file.write_text(after, encoding="utf-8")
            print(f"{file.name}: stripped")


if __name__ == "__main__":
    main()
