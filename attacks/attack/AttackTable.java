package attack;

import attack.AttackLine.Outcome;
import attack.AttackLine.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What `make attacks` prints at the end: a line for each attack, and what did not go as it should.
final class AttackTable {
  private static final int WIDTH = 80;
  private static final int ATTACK = 30;
  private static final int DEFENCE = 28;
  private static final String LINE = "%-4s %-" + ATTACK + "s %-" + DEFENCE + "s %-7s %s";

  private final List<Row> rows = new ArrayList<>();
  private final Collection<AttackLine> lines;
  private final boolean colours;

  /// @param report all lines of the report
  /// @param colours whether ANSI colours are welcome
  AttackTable(List<AttackLine> report, boolean colours) {
    this.colours = colours;
    Map<String, AttackLine> latest = new LinkedHashMap<>();
    report.forEach(line -> latest.put(line.key(), line));
    lines = latest.values();
    Map<String, List<AttackLine>> tests = new TreeMap<>();
    for (AttackLine line : lines) {
      if (line.role() == Role.ATTACK) {
        tests
            .computeIfAbsent(line.attack() + "\t" + line.defence(), row -> new ArrayList<>())
            .add(line);
      }
    }
    tests.values().forEach(same -> rows.add(row(same)));
    rows.sort(Comparator.comparing(AttackTable::order));
  }

  /// Exercise 4.10 comes after 4.9, and what has no exercise before 4.1.
  private static String order(Row row) {
    String[] parts = (row.exercise() + ".0").split("\\.", -1);
    return "%3s.%3s".formatted(parts[0], parts[1]);
  }

  /// An attack, and the worst of its tests.
  private record Row(
      String exercise, String attack, String defence, Outcome refused, String control) {}

  private Row row(List<AttackLine> tests) {
    AttackLine first = tests.getFirst();
    Outcome worst = Outcome.PASSED;
    for (Outcome outcome : List.of(Outcome.SKIPPED, Outcome.PLANNED, Outcome.FAILED)) {
      if (tests.stream().anyMatch(test -> test.outcome() == outcome)) {
        worst = outcome;
      }
    }
    return new Row(
        first.exercise(), first.attack(), first.defence(), worst, control(first.attack()));
  }

  /// Whether a control has shown that the attack works without the defence.
  private String control(String attack) {
    List<Outcome> controls =
        lines.stream()
            .filter(line -> line.role() == Role.CONTROL && line.attack().equals(attack))
            .map(AttackLine::outcome)
            .toList();
    if (controls.stream().anyMatch(AttackTable::isFailure)) {
      return "NO";
    }
    return controls.contains(Outcome.PASSED) ? "yes" : "-";
  }

  private static boolean isFailure(Outcome outcome) {
    return outcome == Outcome.FAILED || outcome == Outcome.PLANNED;
  }

  /// Whether there are attacks, each was refused or skipped, and no control failed.
  boolean allRefused() {
    return !rows.isEmpty() && lines.stream().noneMatch(line -> isFailure(line.outcome()));
  }

  /// The table, at most 80 columns wide, each line with its end.
  String text() {
    StringBuilder text = new StringBuilder();
    add(text, LINE.formatted("", "attack", "defence", "refused", "control"));
    add(text, "-".repeat(WIDTH));
    for (Row row : rows) {
      List<String> attack = wrap(row.attack(), ATTACK);
      List<String> defence = wrap(row.defence(), DEFENCE);
      for (int i = 0; i < Math.max(attack.size(), defence.size()); i++) {
        boolean first = i == 0;
        String refused = "%-7s".formatted(first ? word(row.refused()) : "");
        String control = first ? row.control() : "";
        add(
            text,
            LINE.formatted(
                first ? row.exercise() : "",
                i < attack.size() ? attack.get(i) : "",
                i < defence.size() ? defence.get(i) : "",
                paint(row.refused(), refused),
                control.equals("NO") ? paint(Outcome.FAILED, control) : control));
      }
    }
    add(text, "-".repeat(WIDTH));
    summary(text);
    return text.toString();
  }

  private static void add(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "yes";
      case FAILED -> "NO";
      case SKIPPED -> "skipped";
      case PLANNED -> "NOT RUN";
    };
  }

  private String paint(Outcome outcome, String word) {
    if (!colours || word.isBlank()) {
      return word;
    }
    String code =
        switch (outcome) {
          case PASSED -> "32";
          case SKIPPED -> "33";
          case FAILED, PLANNED -> "1;31";
        };
    return "\u001b[" + code + "m" + word + "\u001b[0m";
  }

  private void summary(StringBuilder text) {
    add(
        text,
        "%d attacks: %d refused, %d not refused, %d skipped."
            .formatted(
                rows.size(),
                count(Outcome.PASSED),
                count(Outcome.FAILED) + count(Outcome.PLANNED),
                count(Outcome.SKIPPED)));
    add(text, "control: a test has shown that the attack works where nothing refuses it.");
    tell(text, Outcome.SKIPPED, "Skipped, since this machine lacks what it needs:");
    if (count(Outcome.SKIPPED) > 0) {
      add(text, "`make setup` fetches what it can without changing the system.");
    }
    tell(text, Outcome.FAILED, "Not as it should be:");
    tell(text, Outcome.PLANNED, "Never ran; the log of Maven tells why:");
  }

  private long count(Outcome outcome) {
    return rows.stream().filter(row -> row.refused() == outcome).count();
  }

  /// Each reason once, with the tests that it is about.
  private void tell(StringBuilder text, Outcome outcome, String title) {
    Map<String, Set<String>> tests = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> line.outcome() == outcome)
        .forEach(
            line ->
                tests.computeIfAbsent(line.why(), why -> new LinkedHashSet<>()).add(line.test()));
    if (tests.isEmpty()) {
      return;
    }
    add(text, "");
    wrap(title, WIDTH).forEach(line -> add(text, line));
    tests.forEach(
        (why, names) -> {
          names.forEach(name -> wrap(name, WIDTH - 2).forEach(line -> add(text, "  " + line)));
          wrap(why, WIDTH - 4).stream().limit(8).forEach(line -> add(text, "    " + line));
        });
  }

  /// Lines of at most so many characters, broken at blanks; a longer word is broken, too.
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
