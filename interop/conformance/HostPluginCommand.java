package conformance;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import raw.JavaProgram;

/// `host-plugin`: the command line of the strict plugin.
@Command(
    name = "host-plugin",
    description = {
      "Prints the command line of the strict plugin, for a host that you start yourself.",
      "The plugin writes down what its host does; the report is in its file at every moment."
    },
    mixinStandardHelpOptions = true,
    customSynopsis = "conformance host-plugin [OPTIONS]")
public final class HostPluginCommand implements Runnable {
  @Option(
      names = "--cookie",
      paramLabel = "KEY=VALUE",
      defaultValue = Cookie.DEFAULT,
      description = "What the plugin wants to see in its environment; ${DEFAULT-VALUE}.")
  private String cookie = "";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "host-report.txt",
      description = "Where the report goes; ${DEFAULT-VALUE}.")
  private Path report = Path.of("host-report.txt");

  /// Made by picocli.
  public HostPluginCommand() {}

  @Override
  public void run() {
    System.out.println(JavaProgram.shellLine(StrictPlugin.command(cookie, report)));
  }
}
