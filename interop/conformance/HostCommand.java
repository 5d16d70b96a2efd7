package conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `host -- COMMAND`: what a host meets of the protocol.
@Command(
    name = "host",
    description = {
      "Examines a host: runs it with a strict plugin and prints what it did.",
      "The host finds the plugin's command in the variable PLUGIN_COMMAND; a word {plugin}"
          + " in its own command is replaced by it. It should start the plugin, use it and end it.",
      "Exit code 0: nothing failed; 1: something did."
    },
    mixinStandardHelpOptions = true,
    customSynopsis = "conformance host [OPTIONS] -- HOST [ARGUMENT...]")
public final class HostCommand implements Callable<Integer> {
  @Option(
      names = "--cookie",
      paramLabel = "KEY=VALUE",
      defaultValue = Cookie.DEFAULT,
      description = "What the host gives to its plugins; ${DEFAULT-VALUE}.")
  private String cookie = "";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the host may run; ${DEFAULT-VALUE}.")
  private int timeoutSeconds;

  @Parameters(
      paramLabel = "HOST",
      arity = "1..*",
      hideParamSyntax = true,
      description = "The host and its arguments.")
  private List<String> command = List.of();

  /// Made by picocli.
  public HostCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    HostExamination.Outcome outcome =
        new HostExamination(cookie, Duration.ofSeconds(timeoutSeconds)).run(command);
    Report report = new Report(System.out, Report.coloursWelcome());
    report.printAgain(outcome.report());
    outcome.end().forEach(report::print);
    return report.summary() ? 0 : 1;
  }
}
