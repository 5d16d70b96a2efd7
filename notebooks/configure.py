# SPDX-License-Identifier: Apache-2.0
"""Sets up Jupyter in the virtual environment: configure.py VENV JDK CLASS_PATH

Writes the kernel `course-java`. JJava's own kernel starts `java` from PATH, through a launcher.
Ours names the JDK of the course; kernel.py looks whether it is still there and becomes JJava: one
process, and the one that is killed is the kernel.
"""
import json
import sys
from pathlib import Path

NAME = "course-java"
HERE = Path(__file__).resolve().parent

# One statement of a cell may take so long; then the cell fails and the kernel goes on.
STATEMENT_TIMEOUT_MILLIS = 60_000

JVM_OPTIONS = [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Dfile.encoding=UTF-8",
    "-Dstdout.encoding=UTF-8",
    "-Dstderr.encoding=UTF-8",
    "-Djava.awt.headless=true",
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
    # JJava needs this one itself.
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
]

# A plugin's class path is made from this property (basics.PluginProgram): without JJava's jar.
STARTUP = 'System.setProperty("java.class.path", System.getenv("JJAVA_CLASSPATH"));'

LAB_SETTINGS = {
    # JupyterLab would ask at its first start, and then look for news on the network.
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # Code has 100 columns. A cell has fewer in a window of 1200 pixels: nothing is cut off.
    "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineWrap": True}},
}


def kernelspec(venv: Path, jdk: Path, class_path: str) -> dict:
    jjava = venv / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    if not jjava.is_file():
        sys.exit(f"notebooks: {jjava} is missing: delete {venv} and run this again")
    kernel = [str(venv / "bin" / "python"), str(HERE / "kernel.py"), "{connection_file}"]
    return {
        "argv": [*kernel, str(jdk), *JVM_OPTIONS, "-jar", str(jjava), "{connection_file}"],
        "display_name": "Java (course)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {
            "JJAVA_CLASSPATH": class_path,
            "JJAVA_TIMEOUT": str(STATEMENT_TIMEOUT_MILLIS),
            "JJAVA_STARTUP_SCRIPT": STARTUP,
        },
    }


def write(file: Path, content: dict) -> None:
    text = json.dumps(content, indent=1) + "\n"
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def main() -> None:
    venv, jdk, class_path = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    jupyter = venv / "share" / "jupyter"
    write(jupyter / "kernels" / NAME / "kernel.json", kernelspec(venv, jdk, class_path))
    write(jupyter / "lab" / "settings" / "overrides.json", LAB_SETTINGS)


if __name__ == "__main__":
    main()
