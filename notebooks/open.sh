#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens the notebooks in JupyterLab; arguments are JupyterLab's, such as --no-browser.
set -u
cd "$(dirname "$0")" || exit
./setup.sh || exit
# Of the kernels in .venv only ours fits: the others have no framework on their class path.
exec ../.venv/bin/python -m jupyterlab \
  --KernelSpecManager.allowed_kernelspecs=course-java \
  --KernelSpecManager.ensure_native_kernel=False \
  --MultiKernelManager.default_kernel_name=course-java \
  --LabApp.default_url=/lab/tree/01-handshake.ipynb "$@"
