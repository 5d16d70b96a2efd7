package probe;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the plugin, with the flags of the plugin in Go.
@Command(
    name = "InteropPlugin",
    description = "Serves the calculator and the probe; a host starts it.",
    sortOptions = false)
final class PluginOptions {
  @Option(
      names = "-versions",
      split = ",",
      description = "versions of the application's protocol, such as 1,2")
  List<Integer> versions = new ArrayList<>(List.of(1));

  @Option(names = "-tcp", description = "listen on TCP")
  boolean tcp;

  @Option(names = "-message-limit", description = "largest message taken, in bytes; 0: 4 MiB")
  int messageLimitBytes;
}
