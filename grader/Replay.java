//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES replay/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

import picocli.CommandLine;
import replay.ReplayCommand;

/// Record and replay at the command line: `./jbang replay .course/traces/lesson-2.jsonl --script
/// lessons/02-lifecycle/Plugin.java`.
final class Replay {
  private Replay() {}

  static void main(String[] args) {
    System.exit(new CommandLine(new ReplayCommand()).execute(args));
  }
}
