//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../shared-contract/Dependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES raw/*.java
//SOURCES conformance/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

import conformance.ConformanceCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The conformance kit at the command line: `./jbang conformance -- my-plugin --its-option`.
final class Conformance {
  private Conformance() {}

  static void main(String[] args) {
    System.exit(
        new CommandLine(new ConformanceCommand())
            .setStopAtPositional(true)
            .setExecutionExceptionHandler(Conformance::failed)
            .execute(args));
  }

  /// Such as a command that the system cannot run.
  private static int failed(Exception error, CommandLine command, ParseResult arguments) {
    System.err.println(error.getMessage());
    return 2;
  }
}
