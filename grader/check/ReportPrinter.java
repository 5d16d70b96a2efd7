package check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes results for people: at most ten lines an exercise and 80 columns, then a table.
///
/// @param out where to
/// @param trace whether stack traces follow
record ReportPrinter(PrintStream out, Terminal terminal, boolean trace) {
  private static final String INDENT = "    ";
  private static final int MOST_LINES = 10;
  private static final int MOST_FACTS = 6;
  private static final int TITLE_WIDTH = 37;

  /// What is about to happen; said at once, since the first seconds are silent.
  void checking(CheckRequest request) {
    String folder = request.show(request.folder());
    out.println(
        "checking"
            + terminal.ellipsis()
            + " lesson "
            + request.lesson().number()
            + " in "
            + folder);
    out.flush();
  }

  /// One exercise's evidence; nothing for one that passed.
  void result(CheckResult result) {
    if (result.passed() || isFollower(result)) {
      return;
    }
    out.println();
    for (String line : lines(result)) {
      out.println(line);
    }
    if (trace && !result.why().trace().isEmpty()) {
      out.println(result.why().trace().stripTrailing());
    }
    out.flush();
  }

  private static boolean isFollower(CheckResult result) {
    return result instanceof CheckResult.DidNotCompile compile && !compile.own();
  }

  private List<String> lines(CheckResult result) {
    Evidence why = result.why();
    String head = result.exercise().id() + "  " + result.status() + ": " + why.sentence();
    List<String> lines = new ArrayList<>();
    lines.add(terminal.bold(terminal.fit(head, Terminal.WIDTH)));
    if (result instanceof CheckResult.DidNotCompile) {
      why.facts().forEach(fact -> addUnaligned(fact, lines));
      lines.add(INDENT + "next: mend the first error, and check again");
      return lines;
    }
    List<Fact> ends = new ArrayList<>();
    why.place().ifPresent(place -> ends.add(new Fact("at", place.toString())));
    if (result.tally().total() > 0) {
      String tally = "%d of %d pass".formatted(result.tally().passed(), result.tally().total());
      ends.add(new Fact("checks", tally));
    }
    List<Fact> facts = why.facts().stream().limit(MOST_FACTS).toList();
    int width =
        Stream.concat(facts.stream(), ends.stream())
            .mapToInt(fact -> fact.label().length())
            .max()
            .orElse(0);
    lines.addAll(aligned(facts, width, MOST_LINES - 2 - ends.size()));
    ends.forEach(fact -> lines.add(label(fact, width) + fact.value()));
    lines.add(INDENT + "next: make hint EX=" + result.exercise().id());
    return lines;
  }

  private void addUnaligned(Fact fact, List<String> lines) {
    if (fact.label().isEmpty()) {
      lines.add(terminal.fit(INDENT + "  | " + fact.value(), Terminal.WIDTH));
    } else {
      lines.add(INDENT + fact.label() + ": " + terminal.fit(fact.value(), 2 * Terminal.WIDTH));
    }
  }

  private static String label(Fact fact, int width) {
    return INDENT + fact.label() + ": " + " ".repeat(width - fact.label().length());
  }

  /// Facts below each other; a long value goes on in further lines as far as there is room for all.
  private List<String> aligned(List<Fact> facts, int width, int room) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      String label = label(facts.get(i), width);
      int mayTake = room - lines.size() - (facts.size() - 1 - i);
      for (String part :
          terminal.wrap(facts.get(i).value(), Terminal.WIDTH - label.length(), mayTake)) {
        lines.add(label + part);
        label = " ".repeat(label.length());
      }
    }
    return lines;
  }

  /// The lesson's table.
  void table(LessonReport report) {
    out.println();
    for (CheckResult result : report.results()) {
      out.println(row(result));
    }
    for (String note : report.notes()) {
      out.println("note: " + note);
    }
    out.flush();
  }

  private String row(CheckResult result) {
    String checks =
        result.tally().total() == 0
            ? ""
            : "%d of %d".formatted(result.tally().passed(), result.tally().total());
    String padded = "%-15s".formatted(result.status());
    String time = String.format(Locale.ROOT, "%.2f s", result.tally().time().toMillis() / 1_000.0);
    return "%-4s  %-37s  %s %9s %8s"
        .formatted(
            result.exercise().id(),
            terminal.fit(result.exercise().title(), TITLE_WIDTH),
            result.passed() ? terminal.green(padded) : paintOpen(result, padded),
            checks,
            result.tally().total() == 0 ? "" : time)
        .stripTrailing();
  }

  private String paintOpen(CheckResult result, String text) {
    return result instanceof CheckResult.NotDone ? terminal.yellow(text) : terminal.red(text);
  }

  /// The last line.
  void total(List<LessonReport> reports) {
    long passed = 0;
    long all = 0;
    for (LessonReport report : reports) {
      passed += report.results().stream().filter(CheckResult::passed).count();
      all += report.results().size();
    }
    out.println();
    out.println("%d passed, %d failed".formatted(passed, all - passed));
    out.flush();
  }
}
