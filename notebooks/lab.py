# SPDX-License-Identifier: Apache-2.0
"""Opens JupyterLab on the notebooks, as open.sh asks; arguments are JupyterLab's.

Says first what surprises: a taken port, a JupyterLab that is open already, plugins that a killed
kernel has left.
"""
import os
import socket
import sys
from pathlib import Path

import psutil
from jupyter_server.serverapp import list_running_servers
from jupyterlab.labapp import LabApp

import processes

HERE = Path(__file__).resolve().parent
PORT = 8888

OPTIONS = [
    # Of the kernels in .venv only ours fits: the others have no framework on their class path.
    "--KernelSpecManager.allowed_kernelspecs=course-java",
    "--KernelSpecManager.ensure_native_kernel=False",
    "--MultiKernelManager.default_kernel_name=course-java",
    "--LabApp.default_url=/lab/tree/01-handshake.ipynb",
]


def say(text: str) -> None:
    print(f"notebooks: {text}", file=sys.stderr, flush=True)


def wanted_port(arguments: list[str]) -> int:
    """The port that JupyterLab will try first; 0 stands for any that is free."""
    port = os.environ.get("JUPYTER_PORT", PORT)
    for argument, following in zip(arguments, [*arguments[1:], ""]):
        name, _, value = argument.partition("=")
        if name in ("--port", "--ServerApp.port", "--LabApp.port"):
            port = value or following
    try:
        return int(port)
    except ValueError:
        return 0  # JupyterLab itself says what is wrong with it


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        # Without this a port that was in use a moment ago would seem taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            return False  # below 1024: another fault, and JupyterLab names it
        except OSError:
            return True
    return False


def holder(port: int) -> str:
    """Who has the port, as far as a user may know."""
    try:
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN
            if listens and connection.laddr.port == port and connection.pid:
                return f"process {connection.pid}, {psutil.Process(connection.pid).name()}"
    except psutil.Error:
        pass
    return "a process that you may not see"


def open_already() -> list[str]:
    return [
        server["url"]
        for server in list_running_servers()
        if Path(server.get("root_dir", "")) == HERE
    ]


def main() -> None:
    arguments = sys.argv[1:]
    for told in processes.end_leftovers():
        say(told)
    for url in open_already():
        say(f"they are open already, at {url}. This opens them once more; Ctrl-C twice ends it")
    port = wanted_port(arguments)
    if port and is_taken(port):
        say(
            f"port {port} is taken by {holder(port)}. JupyterLab takes another one and prints the"
            " address; to choose one yourself: notebooks/open.sh --port=9999"
        )
    if os.geteuid() == 0 and "--allow-root" not in arguments:
        say("you are root, as in many containers: JupyterLab gets --allow-root")
        arguments = ["--allow-root", *arguments]
    sys.exit(LabApp.launch_instance(argv=[*OPTIONS, *arguments]))


if __name__ == "__main__":
    main()
