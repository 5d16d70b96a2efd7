#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Times what a learner waits for: median and slowest of five warm runs, as Markdown.
set -u
cd "$(dirname "$0")/.." || exit
runs=5

now_millis() { # date has no milliseconds on every system
  python3 -c 'import time; print(time.monotonic_ns() // 1000000)'
}

measure() {
  "$@" >/dev/null 2>&1 # the warm-up; red exercises are no failure here
  for _ in $(seq "$runs"); do
    started=$(now_millis)
    "$@" >/dev/null 2>&1
    echo $(($(now_millis) - started))
  done | sort -n | {
    read -r _ && read -r _ && read -r median && read -r _ && read -r slowest
    echo "| \`$*\` | $median | $slowest |"
  }
}

jdk=$(launcher/find-jdk.sh) || exit
version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")
echo "$(date -u +%Y-%m-%d), $(uname -sm), $(getconf _NPROCESSORS_ONLN) processors, JDK $version"
echo
echo "| command | median ms | slowest ms |"
echo "|---|---|---|"
measure ./jbang version
measure ./jbang lesson01/Host.java
measure ./jbang lesson02/Host.java
measure make check-lesson-1
measure make check-solution-1
measure make check EX=1.4
