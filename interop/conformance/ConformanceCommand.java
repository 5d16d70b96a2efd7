package conformance;

import basics.Logging;
import basics.MagicCookie;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `conformance -- COMMAND`: what a plugin meets of the protocol.
@Command(
    name = "conformance",
    description = {
      "Examines a go-plugin plugin of any language: starts it some twenty times and says,"
          + " line by line, what of the protocol it meets.",
      "Exit code 0: nothing failed; 1: something did; 2: could not be examined."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    subcommands = {})
public final class ConformanceCommand implements Callable<Integer> {
  @Option(
      names = "--cookie",
      paramLabel = "KEY=VALUE",
      defaultValue = "COURSE_PLUGIN=calculator",
      description = "What the plugin wants to see in its environment.")
  private String cookie = "";

  @Option(
      names = "--versions",
      paramLabel = "N,N",
      split = ",",
      description = "The versions that the plugin has; found out if not given.")
  private List<Integer> versions = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long the plugin may take to start, and to answer.")
  private int timeoutSeconds;

  @Option(
      names = "--only",
      paramLabel = "CHECK,CHECK",
      split = ",",
      description = "Only these checks: names, or beginnings of names.")
  private List<String> only = List.of();

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The plugin and its arguments.")
  private List<String> command = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Made by picocli.
  public ConformanceCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Logging.to("System.err", Level.ERROR, "%message%n");
    Report report = new Report(System.out, Report.coloursWelcome());
    Subject subject =
        new Subject(command, cookie(), new TreeSet<>(versions), Duration.ofSeconds(timeoutSeconds));
    List<Examination.Result> results = Examination.of(subject, only, report::print);
    if (results.isEmpty()) {
      System.err.println("no check is called like that: " + String.join(", ", only));
      return 2;
    }
    return report.summary() ? 0 : 1;
  }

  private MagicCookie cookie() {
    int equals = cookie.indexOf('=');
    if (equals <= 0 || equals == cookie.length() - 1) {
      throw new ParameterException(
          spec.commandLine(), "--cookie wants KEY=VALUE, found: " + cookie);
    }
    return new MagicCookie(cookie.substring(0, equals), cookie.substring(equals + 1));
  }
}
