package faultlab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import raw.JavaProgram;

/// `command`: the command line that starts the faulty plugin without JBang.
@Command(
    name = "command",
    description = "Prints the command line that starts the plugin directly, for any host.",
    mixinStandardHelpOptions = true)
public final class CommandLineCommand implements Runnable {
  @Mixin private FaultArgument argument = new FaultArgument();

  /// Made by picocli.
  public CommandLineCommand() {}

  @Override
  public void run() {
    System.out.println(
        JavaProgram.shellLine(
            FaultyPlugin.command(argument.fault().word(), String.valueOf(argument.seconds()))));
  }
}
