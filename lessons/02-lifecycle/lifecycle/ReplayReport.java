package lifecycle;

import basics.VisibleText;
import java.util.ArrayList;
import java.util.List;

/// What came of a [TraceReplay]. Immutable.
///
/// @param calls how many calls were made again
/// @param differences those that came out differently
/// @param leftOut why calls of the trace could not be made, one line each
public record ReplayReport(int calls, List<Difference> differences, List<String> leftOut) {
  private static final int COLUMNS = TraceText.COLUMNS;
  private static final int MOST_LINES = 8;
  private static final String INDENT = " ".repeat(12);

  /// Copies the lists.
  public ReplayReport {
    differences = List.copyOf(differences);
    leftOut = List.copyOf(leftOut);
  }

  /// A call that came out differently.
  ///
  /// @param number the how manyth call of the trace it is, from 1
  /// @param method its full name
  /// @param sent the requests as text
  /// @param expected status, trailers and messages of the trace as text, a line each
  /// @param found the same of the replay
  public record Difference(
      int number, String method, List<String> sent, List<String> expected, List<String> found) {
    /// Copies the lists.
    public Difference {
      sent = List.copyOf(sent);
      expected = List.copyOf(expected);
      found = List.copyOf(found);
    }
  }

  /// Whether calls were made and all came out as they are recorded.
  public boolean same() {
    return calls > 0 && differences.isEmpty();
  }

  /// The report for a terminal of 80 columns.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Difference difference : differences) {
      lines.add(cut("call %d, %s".formatted(difference.number(), difference.method())));
      add("sent", difference.sent(), difference.sent(), lines);
      add("expected", difference.expected(), difference.found(), lines);
      add("found", difference.found(), difference.expected(), lines);
      lines.add("");
    }
    leftOut.forEach(why -> lines.add(cut("left out: " + VisibleText.of(why))));
    lines.add(
        "%d calls made again: %d as recorded, %d different"
            .formatted(calls, calls - differences.size(), differences.size()));
    return lines;
  }

  private static void add(String label, List<String> texts, List<String> others, List<String> to) {
    for (int i = 0; i < Math.min(texts.size(), MOST_LINES); i++) {
      String start = i == 0 ? "  %-10s".formatted(label) : INDENT;
      String other = i < others.size() ? others.get(i) : "";
      to.add(start + window(VisibleText.of(texts.get(i)), VisibleText.of(other)));
    }
    if (texts.size() > MOST_LINES) {
      to.add(INDENT + "and %d more".formatted(texts.size() - MOST_LINES));
    }
  }

  /// As much of a text as there is room for, and where it differs from the other is in it.
  private static String window(String text, String other) {
    int room = COLUMNS - INDENT.length();
    if (text.length() <= room) {
      return text;
    }
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    boolean atStart = same >= Math.min(text.length(), other.length()) || same < room - 10;
    int begin = atStart ? 0 : same - 20;
    String shown = (begin == 0 ? "" : "...") + text.substring(begin);
    return shown.length() <= room ? shown : shown.substring(0, room - 3) + "...";
  }

  private static String cut(String text) {
    return text.length() <= COLUMNS ? text : text.substring(0, COLUMNS - 3) + "...";
  }
}
