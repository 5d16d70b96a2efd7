package raw;

import java.util.ArrayList;
import java.util.List;

/// Texts for a terminal of 80 columns.
public final class Columns {
  /// How many characters a line may have.
  public static final int WIDTH = 80;

  private Columns() {}

  /// A text of at most `width` characters; a longer one is cut and ends in three dots. Characters
  /// that would steer the terminal become question marks.
  public static String fit(String text, int width) {
    String safe = text.replaceAll("\\p{Cntrl}", "?");
    return safe.length() <= width ? safe : safe.substring(0, width - 3) + "...";
  }

  /// A text in lines of at most `width` characters, broken at blanks; a longer word is cut.
  ///
  /// @param most how many lines there may be; what is left over is dropped, and three dots say so
  public static List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > width && lines.size() < most - 1) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      lines.add(fit(rest.substring(0, end), width));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(fit(rest, width));
    return lines;
  }
}
