#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the notebooks ready, and is quick when they are: JupyterLab and the Java kernel in
# a virtual environment (.venv), and in it the kernel `course-java`, which runs on the JDK
# of the course and has the framework on its class path.
set -u
cd "$(dirname "$0")/.." || exit
venv=$PWD/.venv
requirements=notebooks/requirements.txt
log=.course/notebooks/setup.log

main() {
  mkdir -p .course/notebooks || exit
  need_python
  fingerprint=$({ cat "$requirements" && python3 -V && echo "$venv"; } | cksum)
  # The second: half of it is gone, or its Python was replaced.
  if [ "$(cat "$venv/ready" 2>/dev/null)" != "$fingerprint" ] ||
    ! "$venv/bin/python" -c '' 2>/dev/null; then install; fi
  class_path=$(class_path) || exit
  jdk=$(launcher/find-jdk.sh) || exit
  "$venv/bin/python" notebooks/configure.py "$venv" "$jdk" "$class_path" ||
    fail "cannot write the kernel course-java into $venv"
}

need_python() {
  how="apt install python3-venv | dnf install python3 | brew install python"
  command -v python3 >/dev/null || fail "python3 is missing: $how"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 is needed, $(command -v python3) is $(python3 -V 2>&1 | head -n 1): $how"
  python3 -c 'import ensurepip, venv' 2>/dev/null ||
    fail "Python's venv module is missing: $how"
}

install() {
  say "installing JupyterLab and the Java kernel into .venv (once, about half a minute)"
  # --clear: what an interrupted run left is no help.
  python3 -m venv --clear "$venv" >"$log" 2>&1 ||
    fail "cannot make the virtual environment .venv: $(last_line)"
  "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --retries 2 \
    --progress-bar off -r "$requirements" </dev/null >>"$log" 2>&1 ||
    fail "pip could not install the packages. Is there a network, and does pip's configuration name your mirror or proxy? $(last_line)"
  echo "$fingerprint" >"$venv/ready"
}

# The framework in one jar, then its libraries. The jar's path has a hash of the sources
# in it, so a jar that is there is fresh.
class_path() {
  jbang info classpath || return
  framework=${output%%:*}
  [ -f "$framework" ] && echo "$output" && return
  say "compiling the framework for the notebooks"
  class_path=$output
  jbang build || return
  [ -f "$framework" ] || fail "JBang made no $framework"
  echo "$class_path"
}

jbang() {
  output=$(./jbang --quiet "$@" notebooks/Notebook.java)
}

last_line() {
  grep -v '^ *$' "$log" | grep -E '^(ERROR|Error)' | tail -n 1 | cut -c 1-300 |
    { read -r line && echo "$line" || tail -n 1 "$log" | cut -c 1-300; }
}

say() {
  echo "notebooks: $*" >&2
}

fail() {
  say "$*"
  exit 1
}

main "$@"
