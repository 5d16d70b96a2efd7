package check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes results for people: at most ten lines an exercise and 80 columns, then a table.
///
/// @param out where to
/// @param trace whether stack traces follow
/// @param recorded whether what an exercise's checks did can be shown
record ReportPrinter(
    PrintStream out, Terminal terminal, boolean trace, Predicate<String> recorded) {
  private static final String INDENT = "    ";
  private static final String HEAD_INDENT = " ".repeat(5);
  private static final String NOTE_INDENT = " ".repeat(6);
  private static final List<String> CONTRAST = List.of("expected", "but was");
  private static final int MOST_CONTRAST_LINES = 4;
  private static final int MOST_HEAD_LINES = 3;
  private static final int MOST_ERROR_LINES = 4;
  private static final int MOST_LINES = 10;
  private static final int MOST_FACTS = 6;
  private static final int TITLE_WIDTH = 37;

  /// A printer for checks of which nothing was recorded.
  ReportPrinter(PrintStream out, Terminal terminal, boolean trace) {
    this(out, terminal, trace, _ -> false);
  }

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
    lines.addAll(head(head));
    int headLines = lines.size();
    if (result instanceof CheckResult.DidNotCompile) {
      why.facts().forEach(fact -> addUnaligned(fact, lines));
      lines.subList(Math.min(lines.size(), MOST_LINES - 1), lines.size()).clear();
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
    lines.addAll(aligned(facts, width, MOST_LINES - 1 - headLines - ends.size()));
    ends.forEach(fact -> lines.add(label(fact, width) + fact.value()));
    lines.add(INDENT + "next: " + next(result.exercise().id()));
    return lines;
  }

  private String next(String exercise) {
    String hint = "make hint EX=" + exercise;
    return recorded.test(exercise)
        ? "%s, or see what happened: make trace EX=%s".formatted(hint, exercise)
        : hint;
  }

  /// The headline; it goes on below its sentence.
  private List<String> head(String text) {
    List<String> parts = hanging("", text, HEAD_INDENT, MOST_HEAD_LINES);
    return parts.stream().map(terminal::bold).toList();
  }

  /// A text after a first word, in lines of 80 columns, further ones indented.
  private List<String> hanging(String start, String text, String indent, int most) {
    List<String> lines = new ArrayList<>();
    int width = Terminal.WIDTH - indent.length();
    for (String part : terminal.wrap(start + text, width, most)) {
      lines.add(lines.isEmpty() ? part : indent + part);
    }
    return lines;
  }

  private void addUnaligned(Fact fact, List<String> lines) {
    if (fact.label().isEmpty()) {
      lines.add(terminal.fit(INDENT + "  | " + fact.value(), Terminal.WIDTH));
    } else {
      String text = fact.label() + ": " + fact.value();
      int width = Terminal.WIDTH - INDENT.length() - 2;
      String indent = INDENT;
      for (String part : terminal.wrap(text, width, MOST_ERROR_LINES)) {
        lines.add(indent + part);
        indent = INDENT + "  ";
      }
    }
  }

  private static String label(Fact fact, int width) {
    return INDENT + fact.label() + ": " + " ".repeat(width - fact.label().length());
  }

  /// Facts below each other; a long value goes on in further lines as far as there is room for all.
  private List<String> aligned(List<Fact> facts, int width, int room) {
    int column = Terminal.WIDTH - INDENT.length() - width - 2;
    List<Fact> shown = contrasted(facts, column, room);
    int[] mayTake = shares(shown, column, room);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      String label = label(shown.get(i), width);
      for (String part : terminal.wrap(shown.get(i).value(), column, mayTake[i])) {
        lines.add(label + part);
        label = " ".repeat(label.length());
      }
    }
    return lines;
  }

  /// How many lines each may take: one, and more for those that need it, what was expected and
  /// found first.
  private int[] shares(List<Fact> facts, int column, int room) {
    int[] shares = new int[facts.size()];
    Arrays.fill(shares, 1);
    int left = room - facts.size();
    for (boolean contrast : new boolean[] {true, false}) {
      for (int i = 0; i < shares.length; i++) {
        if (CONTRAST.contains(facts.get(i).label()) == contrast) {
          int more = Math.clamp(linesOf(facts.get(i), column) - 1, 0, Math.max(0, left));
          shares[i] += more;
          left -= more;
        }
      }
    }
    return shares;
  }

  private int linesOf(Fact fact, int column) {
    return terminal.wrap(fact.value(), column, Integer.MAX_VALUE).size();
  }

  /// The facts, with what was expected and what was found cut down to where they differ if there is
  /// no room for both.
  private List<Fact> contrasted(List<Fact> facts, int column, int room) {
    List<String> labels = facts.stream().map(Fact::label).toList();
    int expected = labels.indexOf(CONTRAST.getFirst());
    int found = labels.indexOf(CONTRAST.getLast());
    if (expected < 0 || found < 0) {
      return facts;
    }
    int needed = linesOf(facts.get(expected), column) + linesOf(facts.get(found), column);
    if (needed <= Math.min(MOST_CONTRAST_LINES, room - facts.size() + 2)) {
      return facts;
    }
    Contrast contrast =
        Contrast.of(
            facts.get(expected).value(), facts.get(found).value(), column, terminal.ellipsis());
    List<Fact> shown = new ArrayList<>(facts);
    shown.set(expected, new Fact(CONTRAST.getFirst(), contrast.one()));
    shown.set(found, new Fact(CONTRAST.getLast(), contrast.other()));
    return shown;
  }

  /// The lesson's table.
  void table(LessonReport report) {
    out.println();
    for (CheckResult result : report.results()) {
      out.println(row(result));
    }
    for (String note : report.notes()) {
      hanging("note: ", note, NOTE_INDENT, Integer.MAX_VALUE).forEach(out::println);
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

  /// Where all stands that was printed.
  void output(String file) {
    hanging("printed: ", "all of it is in " + file, NOTE_INDENT, 2).forEach(out::println);
  }

  /// What comes after a lesson that is done.
  void next(Lesson lesson) {
    out.println();
    out.println("next: lesson %1$d, ./jbang lesson%1$02d/Host.java".formatted(lesson.number()));
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
