#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens notebooks in JupyterLab in a headless Chromium and runs them there: all of them, or
# those that are named. Skips with a message if there is no Chromium.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit
"$here/setup.sh" || exit
exec "$here/../.venv/bin/python" "$here/tests/browser_check.py" "$@"
