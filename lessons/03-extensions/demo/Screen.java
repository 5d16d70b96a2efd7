package demo;

import basics.PluginException;
import com.google.common.base.Splitter;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.FileStoreException;
import contract.HostServiceException;
import contract.WebFetchException;
import course.ExerciseNotDone;
import extensions.PluginRegistry;
import extensions.RegistryEvent;
import extensions.StateTable;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the host prints: lines that begin with the process that they tell of, in 80 columns.
public final class Screen {
  private static final int WIDTH = 80;
  private static final Pattern OPEN = Pattern.compile("exercise \\S+: not done yet, see [^\\s,]+");

  private Screen() {}

  /// Shows the plugins' states as long as something happens.
  public static void showing(PluginRegistry registry, Consumer<StateTable> step) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (StateTable table = StateTable.open(registry, out, isTerminal())) {
      System.setOut(table.lines());
      System.setErr(table.lines());
      step.accept(table);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static boolean isTerminal() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return terminal && !"dumb".equals(System.getenv("TERM"));
  }

  /// Takes a step, or says in a line why it was not possible.
  public static void unlessOpen(Runnable step) {
    try {
      step.run();
    } catch (ExerciseNotDone
        | PluginException
        | CalculatorException
        | FileStoreException
        | WebFetchException
        | HostServiceException e) {
      tell(e);
    }
  }

  /// Says what happens to plugins, but for what the table shows.
  public static void tell(RegistryEvent event) {
    switch (event) {
      case RegistryEvent.Failed failed -> say("host", failed.plugin() + ": " + failed.reason());
      case RegistryEvent.Died died ->
          say("host", died.plugin() + " ended by itself: " + died.exit());
      case RegistryEvent.TakenOut out -> say("host", out.plugin() + ": " + out.reason());
      case RegistryEvent.Stopped stopped ->
          say("host", stopped.plugin() + (stopped.graceful() ? " ended as asked" : " was killed"));
      case RegistryEvent.Discovered _,
          RegistryEvent.Starting _,
          RegistryEvent.Ready _,
          RegistryEvent.Swapped _,
          RegistryEvent.SwapFailed _,
          RegistryEvent.StandbyReady _,
          RegistryEvent.StandbyLost _,
          RegistryEvent.Promoted _ -> {
        // The table shows them, or whoever swaps is told.
      }
    }
  }

  /// Says what went wrong; of an open exercise, only which one it is.
  public static void tell(RuntimeException problem) {
    String message = String.valueOf(problem.getMessage());
    Matcher open = OPEN.matcher(message);
    if (open.find()) {
      say("host", open.group());
      return;
    }
    say("host", problem.getClass().getSimpleName() + ": " + message);
    if (problem instanceof CalculatorException calculator) {
      calculator.error().ifPresent(Screen::tell);
    }
  }

  /// What a program would read of an error.
  private static void tell(CalculatorError error) {
    say("host", "  code: " + error.code());
    error.details().forEach((name, value) -> say("host", "  " + name + ": " + value));
    error
        .violations()
        .forEach(
            operand -> say("host", "  operand " + operand.operand() + ": " + operand.reason()));
  }

  /// Begins a part of the output.
  public static void title(String text) {
    IO.println("%n%s".formatted(text));
  }

  /// Says it in lines of 80 columns at most, but for a word that is longer.
  public static void say(String process, String text) {
    text.lines().forEach(line -> sayLine(process, line));
  }

  private static void sayLine(String process, String text) {
    String margin = " ".repeat(text.length() - text.stripLeading().length());
    StringBuilder line = new StringBuilder(margin);
    for (String word : Splitter.on(' ').split(text.strip())) {
      if (line.length() > margin.length() && line.length() + word.length() > WIDTH - 9) {
        print(process, line.toString());
        line = new StringBuilder(margin + "  ");
      }
      line.append(word).append(' ');
    }
    print(process, line.toString());
  }

  private static void print(String process, String line) {
    IO.println("%-6s | %s".formatted(process, line.stripTrailing()));
  }
}
