package derive;

/// Comments that stand right above a member, with no blank line between.
final class Comments {
  private Comments() {}

  /// Returns the start of the line in which the member's own comments begin.
  static int startAbove(String text, int memberStart) {
    return startAbove(text, memberStart, /* documentationOnly= */ false);
  }

  /// As [#startAbove], but a plain comment, such as a script's header, is not the member's own.
  static int startOfDocumentation(String text, int memberStart) {
    return startAbove(text, memberStart, /* documentationOnly= */ true);
  }

  private static int startAbove(String text, int memberStart, boolean documentationOnly) {
    int at = Lines.startOfLine(text, memberStart);
    while (at > 0) {
      int above = Lines.startOfLine(text, at - 1);
      String line = text.substring(above, at).strip();
      if (line.startsWith(documentationOnly ? "///" : "//")) {
        at = above;
      } else if (line.endsWith("*/")) {
        int opened = startOfBlock(text, above, documentationOnly ? "/**" : "/*");
        if (opened < 0) {
          return at;
        }
        at = opened;
      } else {
        return at;
      }
    }
    return at;
  }

  /// Returns the start of the line that opens the comment which ends in this line, or -1 if that
  /// line holds code, too.
  private static int startOfBlock(String text, int lineOfEnd, String opening) {
    int end = text.indexOf("*/", lineOfEnd);
    int opened = text.lastIndexOf("/*", end);
    int line = Lines.startOfLine(text, Math.max(0, opened));
    boolean alone = opened >= 0 && text.startsWith(opening, opened);
    return alone && Lines.isBlank(text, line, opened) ? line : -1;
  }
}
