#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens the notebooks in JupyterLab; arguments are JupyterLab's, such as --no-browser.
set -u
cd "$(dirname "$0")" || exit
./setup.sh || exit
exec ../.venv/bin/python lab.py "$@"
