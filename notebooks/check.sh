#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Executes the notebooks without a browser: all of them, or those that are named.
# With --self-test it tests the checker itself, and what bad input is told.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit
python=$here/../.venv/bin/python
"$here/setup.sh" || exit
if [ "${1:-}" = --self-test ]; then
  exec "$python" -m unittest discover -s "$here/tests"
fi
exec "$python" "$here/check_notebooks.py" "$@"
