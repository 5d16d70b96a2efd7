#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Tests ./jbang and find-jdk.sh on real runs, in a copy of their own with an empty cache.
# Prints one line a case and at the end `N passed, N failed`; exit 1 if one failed.
set -u
repo=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
jdk25=$("$repo/launcher/find-jdk.sh") || exit 1

# A blank in every path: what is not quoted breaks.
work=$(mktemp -d "${TMPDIR:-/tmp}/launcher test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
copy="$work/my course"
sub=$copy/lessons/deep
mkdir -p "$copy/launcher" "$sub" "$work/home" "$work/elsewhere"
cp "$repo/jbang" "$copy/"
cp "$repo/launcher/find-jdk.sh" "$repo/launcher/preflight.sh" "$copy/launcher/"

export HOME="$work/home" JBANG_DIR="$work/home/.jbang"
unset XDG_CACHE_HOME JBANG_CACHE_DIR JBANG_JAVA_OPTIONS JAVA_HOME JDK_DIRS
cache=$HOME/.cache/java-plugin-course
JDK_DIRS=$jdk25
export JDK_DIRS

cat >"$copy/Probe.java" <<'JAVA'
//JAVA 25+
void main(String[] args) throws Exception {
  switch (args[0]) {
    case "args" -> { for (int i = 1; i < args.length; i++) IO.println("<" + args[i] + ">"); }
    case "exit" -> System.exit(Integer.parseInt(args[1]));
    case "stdin" -> System.in.transferTo(System.out);
    case "java" -> IO.println(System.getenv("JAVA_HOME"));
    case "pid" -> IO.println(ProcessHandle.current().pid());
    case "wait" -> { IO.println(ProcessHandle.current().pid()); Thread.sleep(60_000); }
  }
}
JAVA
cat >"$copy/jbang-catalog.json" <<'JSON'
{ "aliases": { "lesson/Probe.java": { "script-ref": "Probe.java" } } }
JSON

main() {
  # The first case fills the cache, by two launchers at the same time.
  check "two at once from an empty cache" two_at_once
  check "leaves nothing but the jar and the AOT cache" only_jar_and_aot
  check "arguments pass through" arguments
  check "an exit code passes through" exit_code
  check "stdin passes through" stdin
  check "stdout is the program's alone" clean_stdout
  check "the launcher's process becomes the program" same_pid
  check "SIGTERM reaches the program" sigterm
  check "runs from a sub folder, through the catalog" from_sub_folder
  check "runs from elsewhere, by absolute path and by symlink" from_elsewhere
  check "JBang's own output and exit codes come through" jbang_itself
  check "no Maven and no network needed after the first run" offline
  check "JAVA_HOME: an old Java is passed over" old_java_home
  check "JAVA_HOME: rubbish is passed over" rubbish_java_home
  check "java on PATH is followed through links" java_on_path
  check "the oldest JDK that will do wins" oldest_wins
  check "a JDK that JBang keeps is found" jdk_of_jbang
  check "a broken AOT cache is ignored without a word" broken_aot
  check "a JVM without AOT caches runs too" no_aot
  check "options that forbid the AOT cache are honoured" xshare
  check "corrupt jar: one line, no run" corrupt_jar
  check "wrong jar from Maven: one line, nothing kept" wrong_jar
  check "no Maven: one line says what to install" no_maven
  check "Maven fails: one line with its reason" maven_fails
  check "no JDK 25: JBang fetches one" jbang_fetches_jdk
  check "no JDK 25 and none to fetch: two lines" no_jdk
  check "no Java at all: two lines" no_java
  check "preflight: says what to fix, and goes on" preflight
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# --- the cases: a function passes if it returns 0; what it prints is shown if it fails

two_at_once() { # of two scripts: JBang itself can't build one script twice at a time
  cp "$copy/Probe.java" "$work/Other.java"
  timeout 120 "$copy/jbang" "$work/Other.java" args one >"$work/1.out" 2>"$work/1.err" &
  first=$!
  launch args two >"$work/2.out" 2>"$work/2.err"
  status=$?
  wait "$first" && [ "$status" -eq 0 ] || { cat "$work"/[12].err; return 1; }
  same "$(cat "$work/1.out" "$work/2.out")" "<one>
<two>"
}

only_jar_and_aot() {
  # shellcheck disable=SC2012 # the names are our own
  same "$(ls "$cache" | sed 's/-[0-9]*-[0-9]*\.aot/.aot/' | tr '\n' ' ')" \
    "jbang-0.132.1.aot jbang-0.132.1.jar "
}

# shellcheck disable=SC2016 # nothing is to expand
arguments() {
  same "$(launch args 'a b' "q'q" 'd"d' '' '*' 'new
line' '$HOME' '`id`' 'back\slash' '&;|<>()#~!' ' ' 'ü' -x --y=1 '' 2>&1)" "<a b>
<q'q>
<d\"d>
<>
<*>
<new
line>
<\$HOME>
<\`id\`>
<back\\slash>
<&;|<>()#~!>
< >
<ü>
<-x>
<--y=1>
<>"
}

exit_code() {
  launch exit 7
  same $? 7
}

stdin() {
  same "$(printf 'one\ntwo' | launch stdin)" "one
two"
}

clean_stdout() { # although this run compiles, and says so on stderr
  echo "// changed" >>"$copy/Probe.java"
  same "$(launch args x 2>"$work/err")" "<x>" && grep -q Building "$work/err"
}

same_pid() {
  launch pid >"$work/pid" &
  pid=$!
  wait "$pid" && same "$(cat "$work/pid")" "$pid"
}

sigterm() {
  launch wait >"$work/out" &
  pid=$!
  until_true grep -q . "$work/out" || { kill -9 "$pid"; return 1; }
  kill -TERM "$pid"
  wait "$pid"
  same $? 143 || return
  program=$(cat "$work/out")
  if kill -9 "$program" 2>/dev/null; then echo "process $program was left behind"; return 1; fi
}

from_sub_folder() {
  same "$(cd "$sub" && timeout 60 ../../jbang lesson/Probe.java args x)" "<x>"
}

from_elsewhere() {
  ln -s "../my course/jbang" "$work/elsewhere/jb"
  same "$(cd "$work/elsewhere" && launch args x && timeout 60 ./jb "$copy/Probe.java" args y)" "<x>
<y>"
}

jbang_itself() {
  same "$(timeout 60 "$copy/jbang" version 2>/dev/null)" 0.132.1 || return
  timeout 60 "$copy/jbang" "$work/Absent.java" >/dev/null 2>&1
  same $? 2
}

offline() {
  stub mvn 'echo called >&2; exit 1'
  same "$(PATH="$work/stubs:$PATH" launch args x 2>&1)" "<x>"
}

old_java_home() {
  fake_java "$work/java 17" 17
  same "$(JAVA_HOME="$work/java 17" launch java 2>&1)" "$jdk25"
}

rubbish_java_home() {
  same "$(JAVA_HOME="$work/nowhere" launch java 2>&1)" "$jdk25"
}

java_on_path() {
  mkdir -p "$work/links" && ln -sf "$jdk25/bin/java" "$work/links/far" &&
    ln -sf far "$work/links/java" || return
  same "$(PATH="$work/links:$PATH" JDK_DIRS=/none "$copy/launcher/find-jdk.sh" 2>&1)" "$(real "$jdk25")"
}

oldest_wins() {
  for version in 27-ea 26.0.1 25 24.0.2 1.8.0_402; do fake_java "$work/jdks/$version" "$version"; done
  : >"$work/jdks/file"
  PATH=$(path_without java)
  same "$(JDK_DIRS="$work/none:$work/jdks/*" "$copy/launcher/find-jdk.sh" 2>&1)" "$work/jdks/25" &&
    same "$(JDK_DIRS="$work/jdks/2[67]*" "$copy/launcher/find-jdk.sh" 2>&1)" "$work/jdks/26.0.1"
}

jdk_of_jbang() {
  mkdir -p "$work/jb/cache/jdks" && ln -s "$jdk25" "$work/jb/cache/jdks/25" || return
  PATH=$(path_without java)
  same "$(JBANG_DIR="$work/jb" JDK_DIRS=/none "$copy/launcher/find-jdk.sh" 2>&1)" "$work/jb/cache/jdks/25"
}

broken_aot() {
  cp "$cache"/*.aot "$work/aot"
  size=$(wc -c <"$work/aot")
  for break in 'head -c 1000000' 'tr 012 345' "tail -c $((size - 1))"; do
    $break <"$work/aot" >"$(echo "$cache"/*.aot)"
    same "$(launch args x 2>&1)" "<x>" || return
  done
  cp "$work/aot" "$(echo "$cache"/*.aot)"
}

no_aot() {
  cp "$cache"/*.aot "$work/aot"
  : >"$(echo "$cache"/*.aot)"
  same "$(launch args x 2>&1)" "<x>"
  status=$?
  cp "$work/aot" "$(echo "$cache"/*.aot)"
  return $status
}

xshare() {
  same "$(JBANG_JAVA_OPTIONS=-Xshare:auto launch args x 2>&1)" "<x>"
}

corrupt_jar() {
  mv "$cache/jbang-0.132.1.jar" "$work/jar"
  { cat "$work/jar" && echo x; } >"$cache/jbang-0.132.1.jar"
  refused "is not the published JBang 0.132.1 (SHA-256 .*delete it" launch args x
  status=$?
  mv "$work/jar" "$cache/jbang-0.132.1.jar"
  return $status
}

wrong_jar() {
  stub mvn 'echo other >jbang-cli-0.132.1-all.jar'
  export PATH="$work/stubs:$PATH" XDG_CACHE_HOME="$work/cache-wrong"
  refused "not the published JBang.*Maven repository" launch args x &&
    same "$(ls "$XDG_CACHE_HOME/java-plugin-course")" ""
}

no_maven() {
  PATH=$(path_without mvn)
  export XDG_CACHE_HOME="$work/cache-none"
  refused "Maven is needed once.*apt install maven" launch args x
}

maven_fails() {
  stub mvn 'echo "[ERROR] Unknown host example.invalid"; echo "[ERROR] more"; exit 1'
  export PATH="$work/stubs:$PATH" XDG_CACHE_HOME="$work/cache-fails"
  refused "Is there a network.*Unknown host example.invalid" launch args x &&
    same "$(ls "$XDG_CACHE_HOME/java-plugin-course")" ""
}

jbang_fetches_jdk() { # this Java 17 plays JBang's `jdk install 25`
  fake_java "$work/old" 17
  cat >"$work/old/bin/java" <<STUB
#!/bin/sh
case \$* in *"jdk install 25") mkdir -p "\$JBANG_DIR/cache/jdks" && ln -s "$jdk25" "\$JBANG_DIR/cache/jdks/25" ;; esac
STUB
  export JAVA_HOME="$work/old" JDK_DIRS=/none JBANG_DIR="$work/jb-fetch"
  same "$(launch java 2>"$work/err")" "$JBANG_DIR/cache/jdks/25" && grep -q "fetches one now" "$work/err"
}

no_jdk() {
  fake_java "$work/old" 17
  printf '#!/bin/sh\nexit 1\n' >"$work/old/bin/java"
  export JAVA_HOME="$work/old" JDK_DIRS=/none JBANG_DIR="$work/jb-none"
  launch args x >"$work/out" 2>"$work/err"
  same "$? $(wc -c <"$work/out" | tr -d ' ')" "1 0" &&
    same "$(grep -vc ^jbang: "$work/err")" 2 && grep -q "set JAVA_HOME" "$work/err"
}

no_java() {
  PATH=$(path_without java)
  export JDK_DIRS=/none JBANG_DIR="$work/jb-none"
  launch args x >"$work/out" 2>"$work/err"
  same "$? $(wc -c <"$work/out" | tr -d ' ')" "1 0" && same "$(grep -c . "$work/err")" 2
}

preflight() { # without Maven, with a long path for sockets, and with no lesson to run
  PATH=$(path_without mvn)
  TMPDIR=$work/$(printf %070d 0)
  export PATH TMPDIR
  mkdir -p "$TMPDIR"
  "$copy/launcher/preflight.sh" >"$work/out" 2>&1
  same "$? $(grep -c '^FIX' "$work/out") $(tail -n 1 "$work/out")" "1 3 to fix: 3" &&
    grep -q "^FIX   no mvn: apt install maven" "$work/out" &&
    grep -q "for sockets at most 65: export TMPDIR=/tmp" "$work/out" &&
    grep -q "^FIX   lesson 1 does not run" "$work/out" && grep -q "^ok    JDK: " "$work/out"
}

# --- tools

passed=0
failed=0
check() {
  name=$1
  shift
  if report=$("$@" 2>&1); then # a subshell: a case may change PATH and exports
    passed=$((passed + 1))
    echo "passed  $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    echo "$report" | sed 's/^/        /'
  fi
}

launch() { # exec: the process that is waited for is the launcher itself
  if [ "${1:-}" = pid ] || [ "${1:-}" = wait ]; then exec "$copy/jbang" "$copy/Probe.java" "$@"; fi
  timeout 120 "$copy/jbang" "$copy/Probe.java" "$@"
}

same() {
  [ "$1" = "$2" ] && return
  printf 'expected: %s\nbut was:  %s\n' "$2" "$1"
  return 1
}

# refused <pattern> <command>...: fails, nothing on stdout, one line beside the progress lines
refused() {
  pattern=$1
  shift
  if "$@" >"$work/out" 2>"$work/err"; then echo "was not refused"; return 1; fi
  if [ ! -s "$work/out" ] && [ "$(grep -vcE 'fetching|preparing' "$work/err")" -eq 1 ] &&
    grep -q "$pattern" "$work/err"; then return; fi
  cat "$work/out" "$work/err"
  return 1
}

until_true() {
  for _ in $(seq 150); do
    "$@" && return
    sleep 0.2
  done
  return 1
}

stub() {
  mkdir -p "$work/stubs"
  printf '#!/bin/sh\n%s\n' "$2" >"$work/stubs/$1"
  chmod +x "$work/stubs/$1"
}

fake_java() {
  mkdir -p "$1/bin"
  echo "JAVA_VERSION=\"$2\"" >"$1/release"
  printf '#!/bin/sh\nexit 1\n' >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

# A PATH with every program of this one but the named one
path_without() {
  farm=$work/path-without-$1
  if [ ! -d "$farm" ]; then
    mkdir "$farm"
    echo "$PATH" | tr : '\n' | while IFS= read -r folder; do
      for file in "$folder"/*; do
        if [ ! -e "$farm/${file##*/}" ]; then ln -s "$file" "$farm/" 2>/dev/null; fi
      done
    done
    rm -f "$farm/$1"
  fi
  echo "$farm"
}

real() {
  CDPATH='' cd -P -- "$1" && pwd
}

main
