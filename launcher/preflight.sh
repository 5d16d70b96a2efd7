#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Says whether this machine is ready for a workshop: one line each, `ok`, `note` or `FIX`.
# It changes nothing but the caches, which a first run of lesson 1 fills. Exit 1: a FIX.
set -u
cd "$(dirname "$0")/.." || exit
tmp=${TMPDIR:-/tmp}
fixes=0

main() {
  check_system
  if jdk=$(launcher/find-jdk.sh 2>/dev/null); then ok "JDK: $jdk"; else
    fix "no JDK 25: apt install openjdk-25-jdk | dnf install java-25-openjdk-devel | brew install openjdk@25 | sdk install java"
  fi
  need make "apt install make | dnf install make | xcode-select --install"
  need mvn "apt install maven | dnf install maven | brew install maven"
  check_sockets
  check_space
  check_python
  check_lesson
  echo
  if [ "$fixes" -eq 0 ]; then echo "ready"; else echo "to fix: $fixes"; fi
  [ "$fixes" -eq 0 ]
}

check_system() {
  case $(uname -s) in
    Linux | Darwin) ok "system: $(uname -sm)" ;;
    *) fix "$(uname -s) is no Linux and no macOS: on Windows use WSL 2 (wsl --install)" ;;
  esac
  case $(uname -r):$PWD in
    *[Mm]icrosoft*:/mnt/*) fix "the course lies on a Windows drive, where it is slow and sockets fail: clone it into the home folder of WSL" ;;
  esac
}

need() {
  if command -v "$1" >/dev/null; then ok "$1"; else fix "no $1: $2"; fi
}

# A plugin makes plugin-dir<10 digits>/plugin<10 digits> there: 38 bytes with the slashes.
check_sockets() {
  length=$(printf %s "$tmp" | wc -c)
  if ! [ -w "$tmp" ]; then
    fix "$tmp cannot be written: set TMPDIR to a folder of yours, with a short path"
  elif [ "$length" -gt 65 ]; then
    fix "$tmp has $((length)) bytes, for sockets at most 65: export TMPDIR=/tmp"
  else
    ok "folder for sockets: $tmp"
  fi
  probe=$tmp/preflight-$$
  printf '#!/bin/sh\n' >"$probe" 2>/dev/null && chmod +x "$probe" && "$probe" 2>/dev/null ||
    note "no program may run in $tmp (noexec). The lessons need none there; make test does: export TMPDIR=$HOME"
  rm -f "$probe"
}

check_space() {
  free=$(df -Pk "$HOME" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "${free:-0}" -ge 1024 ]; then ok "free space: $free MB"; else
    fix "only ${free:-0} MB free in $HOME: libraries and notebooks need 1024"
  fi
}

check_python() {
  if python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    ok "Python for the notebooks"
  else
    note "no Python 3.11 with venv: the lessons need none, the notebooks do (apt install python3-venv | dnf install python3 | brew install python)"
  fi
}

check_lesson() {
  echo "      runs lesson 1 (the first time it fetches about 50 MB)"
  started=$(date +%s)
  if ./jbang solution01/Host.java >"$probe" 2>&1 && grep -q '6 + 7 = 13.0' "$probe"; then
    ok "lesson 1 runs: $(($(date +%s) - started)) s"
  else
    fix "lesson 1 does not run; its last words:"
    tail -n 5 "$probe" | cut -c 1-200 | sed 's/^/        /'
  fi
  rm -f "$probe"
}

ok() { echo "ok    $*"; }
note() { echo "note  $*"; }
fix() {
  echo "FIX   $*"
  fixes=$((fixes + 1))
}

main
