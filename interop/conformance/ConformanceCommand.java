package conformance;

import basics.Logging;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `conformance -- COMMAND`: what a plugin meets of the protocol.
@Command(
    name = "conformance",
    description = {
      "Examines a go-plugin plugin of any language: starts it some twenty times and says,"
          + " line by line, what of the protocol it meets.",
      "Exit code 0: nothing failed; 1: something did; 2: could not be examined."
    },
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "conformance [OPTIONS] -- COMMAND [ARGUMENT...]",
      "   or: conformance host [OPTIONS] -- HOST [ARGUMENT...]",
      "   or: conformance host-plugin [OPTIONS]"
    },
    subcommands = {HostCommand.class, HostPluginCommand.class})
public final class ConformanceCommand implements Callable<Integer> {
  @Option(
      names = "--cookie",
      paramLabel = "KEY=VALUE",
      defaultValue = Cookie.DEFAULT,
      description = "What the plugin wants to see in its environment; ${DEFAULT-VALUE}.")
  private String cookie = "";

  @Option(
      names = "--versions",
      paramLabel = "N,N",
      hideParamSyntax = true,
      split = ",",
      description = "The versions that the plugin has; found out if not given.")
  private List<Integer> versions = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long the plugin may take to start, and to answer; ${DEFAULT-VALUE}.")
  private int timeoutSeconds;

  @Option(
      names = "--only",
      paramLabel = "CHECK,CHECK",
      hideParamSyntax = true,
      split = ",",
      description = "Only these checks: names, or beginnings of names.")
  private List<String> only = List.of();

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      hideParamSyntax = true,
      description = "The plugin and its arguments.")
  private List<String> command = List.of();

  /// Made by picocli.
  public ConformanceCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("which plugin? For example: conformance -- ./my-plugin");
    }
    Logging.to("System.err", Level.ERROR, "%message%n");
    Report report = new Report(System.out, Report.coloursWelcome());
    Subject subject =
        new Subject(
            command,
            new Cookie(cookie).parse(),
            new TreeSet<>(versions),
            Duration.ofSeconds(timeoutSeconds));
    // A command that is none would fail every check: better to stop at once.
    subject.start().close();
    List<Examination.Result> results = Examination.of(subject, only, report::print);
    if (results.isEmpty()) {
      System.err.println("no check is called like that: " + String.join(", ", only));
      return 2;
    }
    return report.summary() ? 0 : 1;
  }
}
