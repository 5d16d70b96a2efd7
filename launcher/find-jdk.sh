#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the home folder of a JDK 25 or newer. If there is none: exit 1, and two lines
# on stderr that say how to get one.
#
#   find-jdk.sh [lowest version: 25] [program it must have: javac]
#
# The user's own choice comes first: JAVA_HOME, then PATH. Then come the places where
# installers put JDKs; there the oldest version that is new enough wins, because the
# course is proven on 25. JDK_DIRS (folders or patterns, separated by colons) replaces
# those places, except JBang's own. Versions are read from the JDK's `release` file: no
# Java is started.
set -u
lowest=${1:-25}
program=${2:-javac}

main() {
  if is_new_enough "${JAVA_HOME:-}"; then found "$JAVA_HOME"; fi
  home=$(home_of_java_on_path)
  if is_new_enough "$home"; then found "$home"; fi

  best='' best_version=''
  IFS='
'
  for home in $(places); do # unquoted: this is where the patterns become folders
    is_new_enough "$home" || continue
    if [ -z "$best" ] || [ "$version" -lt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done
  if [ -n "$best" ]; then found "$best"; fi
  how_to_get_one
  exit 1
}

found() {
  cd -- "$1" && pwd
  exit
}

# Sets $version. Rubbish, a JRE where a JDK is asked for, or an old Java: false.
is_new_enough() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$program" ] || return 1
  version=$(major_version "$1")
  [ "${version:-0}" -ge "$lowest" ]
}

major_version() {
  text=''
  if [ -r "$1/release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in JAVA_VERSION=*) text=${line#JAVA_VERSION=} ;; esac
    done <"$1/release"
  fi
  if [ -z "$text" ]; then # some repackaged JDKs have no release file
    text=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version "/"/p' | head -n 1)
  fi
  text=${text#\"}
  echo "${text%%[!0-9]*}"
}

home_of_java_on_path() {
  java=$(command -v java) || return 0
  # macOS's own /usr/bin/java is not a Java: it opens a dialog.
  if [ "$java" = /usr/bin/java ] && [ "$(uname)" = Darwin ]; then return 0; fi
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=${java%/*}/$link ;;
    esac
  done
  home=${java%/*}/..
  if [ -r "$home/release" ]; then
    echo "$home"
  else # a shim of asdf, mise or jenv: only Java itself can tell
    java -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
  fi
}

places() {
  home=${HOME:-/nonexistent}
  jbang=${JBANG_DIR:-$home/.jbang}
  echo "${JBANG_CACHE_DIR:-$jbang/cache}/jdks/*
$jbang/currentjdk"
  if [ -n "${JDK_DIRS:-}" ]; then
    echo "$JDK_DIRS" | tr : '\n'
    return
  fi
  # Linux distributions, container images, FreeBSD, NixOS
  echo '/usr/lib/jvm/*
/usr/lib64/jvm/*
/usr/lib/jdk*
/usr/java/*
/usr/local/openjdk*
/usr/local/jdk*
/opt/java/*
/opt/jdk*
/opt/openjdk*
/run/current-system/sw/lib/openjdk'
  # macOS, Homebrew on Apple and Intel processors, Homebrew on Linux
  echo "/Library/Java/JavaVirtualMachines/*/Contents/Home
$home/Library/Java/JavaVirtualMachines/*/Contents/Home
/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec"
  mise=${MISE_DATA_DIR:-${XDG_DATA_HOME:-$home/.local/share}/mise}
  # SDKMAN, IntelliJ, Gradle, asdf, mise, jenv
  echo "${SDKMAN_DIR:-$home/.sdkman}/candidates/java/*
$home/.jdks/*
$home/.gradle/jdks/*
$home/.gradle/jdks/*/Contents/Home
${ASDF_DATA_DIR:-$home/.asdf}/installs/java/*
$mise/installs/java/*
$home/.jenv/versions/*"
}

how_to_get_one() {
  echo "No JDK $lowest or newer in JAVA_HOME, on PATH or in the usual places (JDK_DIRS names others)." >&2
  echo "Get one: apt install openjdk-$lowest-jdk | dnf install java-$lowest-openjdk-devel |" \
    "brew install openjdk@$lowest | sdk install java; or set JAVA_HOME." >&2
}

main
