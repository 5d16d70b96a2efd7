package derive;

/// Lines of a text, by character offsets.
final class Lines {
  private Lines() {}

  static int startOfLine(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Returns the offset after the line's separator, or the text's end.
  static int startOfNextLine(String text, int offset) {
    int lineFeed = text.indexOf('\n', offset);
    return lineFeed < 0 ? text.length() : lineFeed + 1;
  }

  static boolean isBlank(String text, int start, int end) {
    return text.substring(start, end).isBlank();
  }

  /// Returns the start of the first line that is not blank, counted from a line's start.
  static int skipBlankLines(String text, int lineStart) {
    int at = lineStart;
    while (at < text.length() && isBlank(text, at, startOfNextLine(text, at))) {
      at = startOfNextLine(text, at);
    }
    return at;
  }

  /// Returns the start of the blank lines that end right before a line's start.
  static int skipBlankLinesBack(String text, int lineStart) {
    int at = lineStart;
    while (at > 0 && isBlank(text, startOfLine(text, at - 1), at)) {
      at = startOfLine(text, at - 1);
    }
    return at;
  }
}
