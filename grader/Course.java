//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
//DEPS org.assertj:assertj-core:3.27.7
//DEPS com.tngtech.archunit:archunit:1.5.0
//DEPS org.awaitility:awaitility:4.3.0
//DEPS tools.jackson.dataformat:jackson-dataformat-yaml:3.2.4
//DEPS org.bouncycastle:bcpkix-jdk18on:1.87
//DEPS io.micrometer:micrometer-registry-prometheus:1.17.2
//DEPS io.opentelemetry:opentelemetry-sdk-trace:1.68.0
//SOURCES ../shared-contract/Dependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/JsonObjects.java
//SOURCES ../solutions/02-lifecycle/lifecycle/TraceEvent.java
//SOURCES ../solutions/02-lifecycle/lifecycle/TraceKind.java
//SOURCES ../solutions/02-lifecycle/lifecycle/TraceReader.java
//SOURCES ../solutions/02-lifecycle/lifecycle/TraceText.java
//SOURCES check/*.java
//SOURCES check/child/*.java
//SOURCES hints/*.java
//SOURCES derive/*.java
//SOURCES prove/*.java
//SOURCES weave/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto

import check.CheckCommand;
import check.ListCommand;
import check.MatrixCommand;
import check.TraceCommand;
import derive.DeriveCommand;
import hints.HintCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import prove.ProveCommand;
import weave.WeaveCommand;

/// The course at the command line: `./jbang course check 1.4`, `hint 1.4`, `list`, `matrix`, `trace
/// 2.3`; for authors `derive`, `weave` and `prove`.
@Command(
    name = "course",
    description = "The course at the command line.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CheckCommand.class,
      HintCommand.class,
      ListCommand.class,
      MatrixCommand.class,
      TraceCommand.class,
      DeriveCommand.class,
      WeaveCommand.class,
      ProveCommand.class
    })
final class Course {
  private Course() {}

  static void main(String[] args) {
    System.exit(new CommandLine(new Course()).execute(args));
  }
}
