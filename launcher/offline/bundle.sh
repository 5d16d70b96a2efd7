#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes one archive with which lesson 1 and its notebook complete without a network:
# the repository as committed, JBang, the libraries that lesson 1 needs, the notebooks'
# Python packages for this system and this Python. With JDK=yes a JDK, too.
#
# How to use it stands in the archive, in OFFLINE.txt.
set -u
cd "$(dirname "$0")/../.." || exit
course=$PWD
scripts="grader/Course.java lessons/01-basics/Host.java lessons/01-basics/Plugin.java
  solutions/01-basics/Host.java solutions/01-basics/Plugin.java notebooks/Notebook.java"
bundle=$course/.course/offline-bundle.tar.gz

main() {
  mkdir -p .course || exit
  work=$(mktemp -d "$course/.course/offline.XXXXXX") || exit
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  copy=$work/plugin-course
  kit=$copy/.course/offline
  mkdir -p "$kit" || exit

  add_repository
  add_jbang_and_libraries
  add_wheels
  if [ "${JDK:-no}" = yes ]; then add_jdk; fi
  explain
  tar -C "$work" -czf "$bundle.new" plugin-course && mv -f "$bundle.new" "$bundle" ||
    fail "cannot write $bundle"
  say "$bundle: $(size "$bundle"), of that (unpacked) libraries $(size "$kit/repository")," \
    "Python packages $(size "$kit/wheels"), JBang $(size "$kit/jbang.jar")"
}

add_repository() {
  git rev-parse --git-dir >/dev/null 2>&1 || fail "this is no clone: git is needed to see what belongs to the course"
  git diff --quiet HEAD || say "changed files stay out: the bundle has what is committed"
  git archive HEAD | tar -C "$copy" -xf - || fail "git archive failed"
}

# JBang resolves once more, from the user's Maven repository into an empty one. So this
# gets just what is needed, with all the parents and lists that Maven wants to see. Before
# that, --fresh: what JBang remembers hides what is gone from the user's repository.
add_jbang_and_libraries() {
  for script in $scripts; do
    class_path=$(./jbang --quiet info classpath --fresh "$script") ||
      fail "JBang cannot resolve the libraries of $script. Is there a network, and does ~/.m2/settings.xml name your mirror or proxy?"
  done
  cp "${XDG_CACHE_HOME:-$HOME/.cache}/java-plugin-course"/jbang-*.jar "$kit/jbang.jar" ||
    fail "JBang's jar is gone"
  all=$(echo "$class_path" | tr : '\n' | grep /io/grpc/grpc-netty/)
  mkdir -p "$work/home/.m2"
  printf '<settings><mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>file://%s</url></mirror></mirrors></settings>\n' \
    "${all%%/io/grpc/*}" >"$work/home/.m2/settings.xml"
  for script in $scripts; do
    JBANG_DIR=$work/jbang JBANG_REPO=$kit/repository \
      JBANG_JAVA_OPTIONS="${JBANG_JAVA_OPTIONS:-} -Duser.home=$work/home" \
      ./jbang --quiet info classpath "$script" >/dev/null ||
      fail "${all%%/io/grpc/*} lacks a part of the libraries of $script, or has it broken: move that folder away and run this again"
  done
  # They name where a file came from, and bind it to that place.
  find "$kit/repository" \( -name '_remote.repositories' -o -name '*.lastUpdated' \) -exec rm {} +
}

add_wheels() {
  notebooks/setup.sh || exit
  say "fetching the notebooks' Python packages"
  .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-input \
    --progress-bar off --only-binary :all: -r notebooks/requirements.txt -d "$kit/wheels" \
    </dev/null >"$work/log" 2>&1 ||
    fail "pip could not fetch the packages: $(grep -v '^ *$' "$work/log" | tail -n 1 | cut -c 1-300)"
  .venv/bin/python -c "$python_tag" >"$kit/python"
}
python_tag='import platform, sys; print(platform.system(), platform.machine(), "%d.%d" % sys.version_info[:2])'

add_jdk() {
  jdk=$(launcher/find-jdk.sh) || exit
  say "adding the JDK $jdk"
  mkdir -p "$kit/jdk" && cp -RL "$jdk/." "$kit/jdk/" || fail "cannot copy $jdk"
}

explain() {
  needs="a JDK 25, "
  if [ -d "$kit/jdk" ]; then needs=""; fi
  cat >"$copy/OFFLINE.txt" <<TEXT
Lesson 1 and its notebook, without a network.

For: $(cat "$kit/python") (system, processor, Python)
This machine needs: ${needs}make, and that Python for the notebook.

    launcher/offline/install.sh    # once; fetches nothing
    make lesson-1
    make check-lesson-1
    make notebooks

It copies JBang and libraries to where they would be after a download: below
~/.cache/java-plugin-course and ~/.m2/repository. What is there already stays.
TEXT
}

size() {
  du -shL "$1" | cut -f 1
}

say() {
  echo "offline: $*" >&2
}

fail() {
  say "$*"
  exit 1
}

main
