package check;

/// The parts of two long texts around their first difference.
///
/// @param one at most as long as wanted, marked where it is cut
/// @param other the same part of the other text
record Contrast(String one, String other) {
  private static final int AFTER = 24;

  /// @param width the longest part, the marks included
  static Contrast of(String one, String other, int width, String ellipsis) {
    int difference = firstDifference(one, other);
    int longest = Math.max(one.length(), other.length());
    int start = longest <= width ? 0 : Math.max(0, difference - (width - AFTER));
    if (start > 0) {
      int blank = one.lastIndexOf(' ', difference - 1);
      start = blank > start ? Math.max(start, one.indexOf(' ', start) + 1) : start;
    }
    return new Contrast(part(one, start, width, ellipsis), part(other, start, width, ellipsis));
  }

  private static int firstDifference(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int at = 0;
    while (at < shorter && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String part(String text, int start, int width, String ellipsis) {
    String before = start == 0 ? "" : ellipsis + " ";
    String rest = text.substring(Math.min(start, text.length()));
    int room = width - before.length();
    return rest.length() <= room
        ? before + rest
        : before + rest.substring(0, room - ellipsis.length() - 1) + " " + ellipsis;
  }
}
