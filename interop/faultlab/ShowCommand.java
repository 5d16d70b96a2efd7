package faultlab;

import basics.Logging;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import raw.Columns;

/// `show`: what the framework's host sees of a fault.
@Command(
    name = "show",
    description = "Starts a host against the faulty plugin and prints what it sees.",
    mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
  private static final int INDENT = 9;
  private static final int MOST_LINES = 8;

  @Mixin private FaultArgument argument = new FaultArgument();

  /// Made by picocli.
  public ShowCommand() {}

  @Override
  public Integer call() throws IOException {
    Logging.to("System.err", Level.ERROR, "%message%n");
    Fault fault = argument.fault();
    print("fault", List.of(fault.word() + ": the plugin " + fault.what()));
    print("duty", Columns.wrap("a good host should " + fault.duty(), width(), 2));
    print(
        "limits",
        List.of(
            "start %d s, call %d s, grace 2 s"
                .formatted(
                    Demonstration.startTimeout(fault).toSeconds(),
                    Demonstration.CALL_LIMIT.toSeconds())));
    Demonstration.of(fault, argument.seconds(), ShowCommand::print);
    return 0;
  }

  private static void print(Observation seen) {
    String head = "%-6s %s".formatted(seen.step(), seen.outcome());
    print("%5.2f s".formatted(seen.at().toMillis() / 1e3), List.of(head));
    List<String> lines = seen.lines();
    if (!lines.isEmpty()) {
      print("", Columns.wrap(lines.getFirst(), width(), 4));
      lines.stream()
          .skip(1)
          .filter(ShowCommand::tells)
          .limit(MOST_LINES)
          .forEach(line -> print("", List.of(line)));
    }
  }

  /// Neither the command, which is too long to be read here, nor what belongs to a stack trace.
  private static boolean tells(String line) {
    String text = line.strip();
    return !text.startsWith("command: ")
        && !text.startsWith("at ")
        && !text.startsWith("...")
        && !text.equals("}");
  }

  private static int width() {
    return Columns.WIDTH - INDENT;
  }

  private static void print(String label, List<String> lines) {
    String before = label;
    for (String line : lines) {
      System.out.println(("%-9s".formatted(before) + Columns.fit(line, width())).stripTrailing());
      before = "";
    }
  }
}
