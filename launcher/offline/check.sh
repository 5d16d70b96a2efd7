#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Proves the offline bundle: unpacks it into an empty folder, with an empty home folder, cuts
# the network off, and does lesson 1 and its notebook there. Only the loopback stays.
#
#   check.sh            makes the bundle first
#   check.sh BUNDLE     takes this one
set -u
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd)
bundle=${1:-}
jdk=$("$here/../find-jdk.sh") || exit

main() {
  if [ -z "$bundle" ]; then
    "$here/bundle.sh" || exit
    bundle=$here/../../.course/offline-bundle.tar.gz
  fi
  # Short: plugins make their sockets in it, and a socket's path is limited.
  work=$(mktemp -d "${TMPDIR:-/tmp}/off.XXXXXX") || exit
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir -p "$work/home" "$work/tmp"
  tar -C "$work" -xzf "$bundle" || exit
  cd "$work/plugin-course" || exit
  find_cut
  echo "offline: network is cut off by $cut" >&2

  step "the network is off" without_network
  step "install.sh" offline launcher/offline/install.sh
  step "make lesson-1" lesson
  step "make check-lesson-1" check_lesson
  step "make check-solution-1" check_solution
  step "notebook 1" offline notebooks/check.sh notebooks/01-handshake.ipynb
  echo "$passed passed, 0 failed"
}

passed=0
step() { # step <name> <command>...: stops at the first that fails
  name=$1
  shift
  started=$(date +%s)
  if ! "$@" >"$work/log" 2>&1; then
    echo "FAILED  $name"
    sed 's/^/        /' "$work/log"
    exit 1
  fi
  passed=$((passed + 1))
  echo "passed  $name ($(($(date +%s) - started)) s)"
}

# A network of its own with nothing in it, if the system lets us; else a proxy that is none.
find_cut() {
  if unshare -rn sh -c "$loopback_up" 2>/dev/null; then
    cut="a network namespace"
  elif bwrap --unshare-net --dev-bind / / true 2>/dev/null; then
    cut="bubblewrap"
  else
    cut="a proxy that does not exist"
  fi
}
loopback_up='ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null'

# User.home: Java takes it from the system's list of users and not from HOME.
offline() {
  none=http://127.0.0.1:9
  set -- env -i HOME="$work/home" TMPDIR="$work/tmp" PATH="$PATH" LANG="${LANG:-C.UTF-8}" \
    JAVA_HOME="$jdk" JBANG_DIR="$work/home/.jbang" JBANG_JAVA_OPTIONS="-Duser.home=$work/home" \
    http_proxy=$none https_proxy=$none HTTP_PROXY=$none HTTPS_PROXY=$none \
    no_proxy=localhost,127.0.0.1 "$@"
  case $cut in
    *namespace) timeout 300 unshare -rn sh -c "$loopback_up"'; exec "$@"' sh "$@" ;;
    bubblewrap) timeout 300 bwrap --unshare-net --die-with-parent --dev-bind / / "$@" ;;
    *) timeout 300 "$@" ;;
  esac </dev/null
}

without_network() {
  if offline python3 -m pip download --no-deps -d "$work/tmp" --retries 0 --timeout 5 pip; then
    echo "pip reached the network"
    return 1
  fi
}

lesson() {
  offline make lesson-1 && grep -q '^host   | 6 + 7 = 13.0' "$work/log" &&
    grep -q '^host   | plugin ended after' "$work/log"
}

check_lesson() { # as committed it is not done: red is right
  offline make check-lesson-1
  grep -q '^1.6  failed: Host knows plugins only through contract' "$work/log" &&
    grep -q '^0 passed, 6 failed' "$work/log"
}

check_solution() {
  offline make check-solution-1 && grep -q '^6 passed, 0 failed' "$work/log"
}

main
