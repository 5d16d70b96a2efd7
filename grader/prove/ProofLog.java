package prove;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints the proof: one line a step, below it why it failed, at last the numbers. For one thread.
final class ProofLog {
  private static final int WIDTH = 80;
  private static final String INDENT = "       ";
  private static final int EVIDENCE_LINES = 10;

  private final PrintWriter out;
  private final Colors colors;
  private final boolean verbose;
  private int passed;
  private int failed;

  ProofLog(PrintWriter out, Colors colors, boolean verbose) {
    this.out = out;
    this.colors = colors;
    this.verbose = verbose;
  }

  void step(Step step, Outcome outcome, Duration time) {
    if (outcome.passed()) {
      passed++;
    } else {
      failed++;
    }
    String mark = outcome.passed() ? colors.good("  ok") : colors.bad("FAIL");
    String seconds = String.format(Locale.ROOT, "%5.1f s", time.toMillis() / 1000.0);
    String text = "%-5s  %-3s  %s".formatted(step.rule(), step.subject(), outcome.summary());
    int room = WIDTH - 6 - 1 - seconds.length();
    out.println(mark + "  " + ("%-" + room + "s").formatted(cut(text, room)) + " " + seconds);
    evidence(outcome.problems());
    if (verbose) {
      evidence(outcome.details());
    }
    out.flush();
  }

  /// Prints the numbers.
  ///
  /// @return whether nothing failed and something passed
  boolean finish() {
    String numbers = "%d passed, %d failed".formatted(passed, failed);
    boolean proved = failed == 0 && passed > 0;
    out.println(proved ? colors.good(numbers) : colors.bad(numbers));
    out.flush();
    return proved;
  }

  private void evidence(List<String> texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> text.lines().forEach(line -> lines.addAll(wrap(line))));
    int shown = verbose ? lines.size() : Math.min(lines.size(), EVIDENCE_LINES);
    lines.subList(0, shown).forEach(line -> out.println(INDENT + line));
    if (shown < lines.size()) {
      out.println(INDENT + "(%d more lines: --verbose)".formatted(lines.size() - shown));
    }
  }

  private static List<String> wrap(String text) {
    int room = WIDTH - INDENT.length();
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int end = blank > 2 ? blank : room;
      lines.add(rest.substring(0, end));
      rest = "  " + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static String cut(String text, int room) {
    return text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }
}
