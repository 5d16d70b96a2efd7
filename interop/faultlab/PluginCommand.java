package faultlab;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `plugin`: the faulty plugin itself.
@Command(
    name = "plugin",
    description = {
      "Is the plugin itself, for a host to start; it wants the cookie COURSE_PLUGIN=calculator.",
      "A host does better to start what `command` prints: JBang takes its time."
    },
    mixinStandardHelpOptions = true)
public final class PluginCommand implements Callable<Integer> {
  @Mixin private FaultArgument argument = new FaultArgument();

  /// Made by picocli.
  public PluginCommand() {}

  @Override
  public Integer call() {
    return FaultyPlugin.run(argument.fault(), argument.seconds());
  }
}
