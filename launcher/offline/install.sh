#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what an offline bundle brought, without a network: JBang and libraries to where
# they would be after a download, the notebooks' packages into .venv. What is there stays.
set -u
cd "$(dirname "$0")/../.." || exit
kit=$PWD/.course/offline
cache=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/java-plugin-course

main() {
  [ -f "$kit/jbang.jar" ] ||
    fail "this is no unpacked offline bundle (make offline-bundle makes one): with a network nothing needs to be installed, run ./jbang lesson01/Host.java"
  install_jdk
  jdk=$(launcher/find-jdk.sh) || exit
  install_jbang
  merge "$kit/repository" "${JBANG_REPO:-$HOME/.m2/repository}"
  ./jbang version >/dev/null || exit
  say "JBang and the libraries are there; JDK $jdk"
  install_notebooks
  say "ready: make lesson-1"
}

install_jdk() {
  jdks=${JBANG_CACHE_DIR:-${JBANG_DIR:-$HOME/.jbang}/cache}/jdks
  [ -d "$kit/jdk" ] && ! launcher/find-jdk.sh >/dev/null 2>&1 || return 0
  mkdir -p "$jdks" && cp -R "$kit/jdk" "$jdks/25" || fail "cannot write $jdks/25"
}

install_jbang() {
  jar=$cache/jbang-$(sed -n 's/^jbang_version=//p' jbang).jar
  [ -f "$jar" ] && return
  # The same date as after a download: see jbang.
  mkdir -p "$cache" && cp "$kit/jbang.jar" "$jar.new" && touch -t 202601010000 "$jar.new" &&
    mv -f "$jar.new" "$jar" || fail "cannot write $jar"
}

# merge <from> <to>: copies the files that are not there.
merge() {
  mkdir -p "$2" || fail "cannot write $2"
  (cd "$1" && find . -type f) | while IFS= read -r file; do
    [ -f "$2/$file" ] && continue
    mkdir -p "$2/${file%/*}" && cp "$1/$file" "$2/$file" || exit 1
  done || fail "cannot write all of $2: is the disk full?"
}

install_notebooks() {
  made_for=$(cat "$kit/python")
  here=$(python3 -c 'import platform, sys; print(platform.system(), platform.machine(), "%d.%d" % sys.version_info[:2])' 2>/dev/null)
  if [ "$made_for" != "$here" ]; then
    say "no notebooks: their packages are for $made_for, this machine has ${here:-no python3}. Lesson 1 works without them."
    return
  fi
  PIP_NO_INDEX=1 PIP_FIND_LINKS=$kit/wheels notebooks/setup.sh || exit
}

say() {
  echo "offline: $*" >&2
}

fail() {
  say "$*"
  exit 1
}

main
