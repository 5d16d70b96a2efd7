package derive;

import java.util.Comparator;
import java.util.List;

/// One change of a text: the characters from `start` to `end` (exclusive) become `replacement`.
public record Edit(int start, int end, String replacement) {

  /// Checks that the range is one.
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: " + start + " to " + end);
    }
  }

  /// Applies edits, given in any order, to a text. They must not overlap.
  public static String apply(String text, List<Edit> edits) {
    List<Edit> sorted =
        edits.stream()
            .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
            .toList();
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    for (Edit edit : sorted) {
      if (edit.start < done) {
        throw new IllegalArgumentException("edits overlap at " + edit.start);
      }
      result.append(text, done, edit.start).append(edit.replacement);
      done = edit.end;
    }
    return result.append(text, done, text.length()).toString();
  }
}
