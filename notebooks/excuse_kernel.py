# SPDX-License-Identifier: Apache-2.0
"""A kernel that answers each cell with the reason why there is no Java. See kernel.py."""
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel


class ExcuseKernel(Kernel):
    """Answers each cell with the reason why there is no Java."""

    implementation = "course-excuse"
    implementation_version = "1"
    banner = "The Java kernel cannot run."
    language_info = {
        "name": "java",
        "mimetype": "text/x-java-source",
        "file_extension": ".jshell",
    }
    reason = ""

    def do_execute(
        self, code, silent, store_history=True, user_expressions=None, allow_stdin=False, **_
    ):
        error = {
            "ename": "no Java kernel",
            "evalue": self.reason,
            "traceback": self.reason.splitlines(),
        }
        if not silent:
            self.send_response(self.iopub_socket, "error", error)
        return {"status": "error", "execution_count": self.execution_count, **error}


def launch(connection_file: str, reason: str) -> None:
    """Runs the kernel to its end."""
    ExcuseKernel.reason = reason
    IPKernelApp.launch_instance(kernel_class=ExcuseKernel, argv=["-f", connection_file])
