//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES raw/*.java
//SOURCES faultlab/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

import faultlab.CommandLineCommand;
import faultlab.ListCommand;
import faultlab.PluginCommand;
import faultlab.ShowCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The fault lab at the command line: `./jbang fault-lab show late-line`.
@Command(
    name = "fault-lab",
    description = "A plugin with one fault at a time: see what a host makes of it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      PluginCommand.class,
      CommandLineCommand.class
    })
final class FaultLab {
  private FaultLab() {}

  static void main(String[] args) {
    System.exit(new CommandLine(new FaultLab()).execute(args));
  }
}
