package probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line of the host, with the flags of the host in Go.
@Command(
    name = "InteropHost",
    description = "Starts any plugin and checks it: a line for each check.",
    sortOptions = false)
final class HostOptions {
  @Option(names = "-automtls", description = "TLS with a certificate of this start on both sides")
  boolean autoMtls;

  @Option(names = "-mux", description = "all side connections on the main one")
  boolean mux;

  @Option(names = "-protocol-tcp", description = "the plugin must listen on TCP")
  boolean expectTcp;

  @Option(
      names = "-versions",
      split = ",",
      description = "versions of the application's protocol that are offered")
  List<Integer> versions = new ArrayList<>(List.of(1));

  @Option(names = "-message-limit", description = "largest message that the plugin takes, in bytes")
  int messageLimitBytes = 4 << 20;

  @Option(names = "-timeout", description = "for each step, in seconds")
  int timeoutSeconds = 60;

  @Parameters(arity = "1..*", description = "the plugin's command, after --")
  List<String> command = new ArrayList<>();

  Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }
}
