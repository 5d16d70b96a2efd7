package conformance;

import conformance.Examination.Result;
import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import raw.Columns;

/// Results for people, a line each: verdict, check, evidence. A failed one says its rule.
final class Report {
  private static final int NAME_WIDTH = 18;
  private static final int INDENT = 6 + NAME_WIDTH;
  private static final int MOST_LINES = 4;

  private final PrintStream out;
  private final boolean colours;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  /// @param colours whether verdicts are coloured; they are words all the same
  Report(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /// Whether this process's output is a terminal that wants colours.
  static boolean coloursWelcome() {
    String noColor = System.getenv("NO_COLOR");
    return (noColor == null || noColor.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  void print(Result result) {
    Finding finding = result.finding();
    counts.merge(finding.verdict(), 1, Integer::sum);
    String evidence = finding.evidence().replaceAll("\\s+", " ");
    int most = finding.verdict() == Verdict.PASS ? 1 : MOST_LINES;
    List<String> lines =
        most == 1
            ? List.of(Columns.fit(evidence, Columns.WIDTH - INDENT))
            : Columns.wrap(evidence, Columns.WIDTH - INDENT, most);
    String head = paint(finding.verdict()) + "  " + pad(result.check().name());
    for (String line : lines) {
      out.println((head + line).stripTrailing());
      head = " ".repeat(INDENT);
    }
    if (finding.verdict() == Verdict.FAIL) {
      for (String line :
          Columns.wrap("rule: " + result.check().rule(), Columns.WIDTH - INDENT, MOST_LINES)) {
        out.println(head + line);
      }
    }
  }

  /// Prints the lines of another report, without its sum, and counts them.
  void printAgain(List<String> lines) {
    for (String line : lines) {
      Optional<Verdict> verdict =
          Arrays.stream(Verdict.values())
              .filter(one -> line.startsWith(one.word() + "  "))
              .findFirst();
      verdict.ifPresent(one -> counts.merge(one, 1, Integer::sum));
      out.println(
          verdict.map(one -> paint(one) + line.substring(one.word().length())).orElse(line));
    }
  }

  private static String pad(String name) {
    return "%-18s".formatted(name);
  }

  private String paint(Verdict verdict) {
    String code =
        switch (verdict) {
          case PASS -> "32";
          case FAIL -> "31";
          case SKIP, NOTE -> "33";
        };
    return colours ? "\u001b[" + code + "m" + verdict.word() + "\u001b[0m" : verdict.word();
  }

  /// Prints the sum.
  ///
  /// @return whether nothing failed
  boolean summary() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    out.println(
        String.format(
            Locale.ROOT,
            "%d checks: pass %d, FAIL %d, skip %d, note %d",
            all,
            count(Verdict.PASS),
            count(Verdict.FAIL),
            count(Verdict.SKIP),
            count(Verdict.NOTE)));
    return count(Verdict.FAIL) == 0;
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
