#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Says what this machine lacks for `make test`, one line each; then fetches what needs no
# root: JBang, and through it a JDK 25 if there is none.
set -u
cd "$(dirname "$0")/.." || exit
missing=0

need() { # need <what it is> <how to get it> <command that proves it is there>...
  what=$1
  how=$2
  shift 2
  if ! "$@" >/dev/null 2>&1; then
    echo "setup: $what is missing: $how" >&2
    missing=$((missing + 1))
  fi
}

need "Maven" "apt install maven | dnf install maven | brew install maven" command -v mvn
need "Python's venv module" "apt install python3-venv | dnf install python3 | brew install python" \
  python3 -c 'import venv, ensurepip'
[ "$missing" -eq 0 ] || exit 1

command -v go >/dev/null ||
  echo "setup: no Go: the interop runs will skip what needs it (apt install golang | dnf install golang | brew install go)" >&2

[ "$(uname)" != Linux ] || command -v bwrap >/dev/null ||
  echo "setup: no bubblewrap: no plugin runs in a sandbox, and its tests are skipped (apt install bubblewrap | dnf install bubblewrap)" >&2
command -v prometheus >/dev/null ||
  echo "setup: no Prometheus: one test of lesson 4 will skip what needs it (apt install prometheus | dnf install golang-github-prometheus | brew install prometheus)" >&2

./jbang version >/dev/null && jdk=$(launcher/find-jdk.sh) || exit
echo "setup: JDK $jdk" >&2
