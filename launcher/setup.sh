#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Says what this machine lacks for `make test`, one line each; then fetches what needs no
# root: JBang, and through it a JDK 25 if there is none. As root on Debian it installs a browser.
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

# What tests of lesson 4 run against. Unpacked and not installed: no service is started, nothing
# of the system changes. The Makefile puts the folder on PATH.
tools=.course/tools
fetch() { # fetch <package>: unpacks Debian's package of that name
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  mkdir -p "$tools/packages"
  (
    cd "$tools/packages" || exit 1
    apt-get download -qq "$1" 2>/dev/null || {
      [ "$(id -u)" -eq 0 ] && apt-get update -qq && apt-get download -qq "$1"
    } || exit 1
    dpkg-deb -x "$1"_*.deb ..
  ) >/dev/null 2>&1
}

wish() { # wish <command> <package> <what is skipped without it> <how to get it>
  command -v "$1" >/dev/null || [ -x "$tools/usr/bin/$1" ] || fetch "$2" ||
    echo "setup: no $2: $3 ($4)" >&2
}

if [ "$(uname)" = Linux ]; then
  wish bwrap bubblewrap "no plugin runs in a sandbox, and its tests are skipped" \
    "apt install bubblewrap | dnf install bubblewrap"
fi
wish prometheus prometheus "one test of lesson 4 will skip what needs it" \
  "apt install prometheus | dnf install golang-github-prometheus | brew install prometheus"
wish etcd etcd-server "the tests of lesson 4 beyond one machine are skipped" \
  "apt install etcd-server | dnf install etcd | brew install etcd"

# A browser needs too many libraries to be unpacked like these: it is installed, and by root alone.
has_browser() {
  command -v chromedriver >/dev/null || return 1
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null
}

install_browser() {
  [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null || return 1
  echo "setup: installing chromium and chromium-driver, for lesson 4's page and the notebooks" >&2
  install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
  {
    $install chromium chromium-driver ||
      { apt-get update -qq && $install chromium chromium-driver; }
  } >/dev/null 2>&1
}

has_browser || { install_browser && has_browser; } ||
  echo "setup: no Chromium with its chromedriver: the tests in a browser are skipped, of lesson 4's page and of the notebooks (apt install chromium chromium-driver | dnf install chromium chromedriver | brew install chromium chromedriver)" >&2

./jbang version >/dev/null && jdk=$(launcher/find-jdk.sh) || exit
echo "setup: JDK $jdk" >&2
