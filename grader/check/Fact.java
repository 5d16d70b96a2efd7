package check;

/// One named piece of evidence, such as `expected` and a value. Both are single lines; control
/// characters are shown as in Java's literals, such as `\r`.
public record Fact(String label, String value) {
  public Fact {
    label = oneLine(label);
    value = oneLine(value);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (char c : trimmed(text).toCharArray()) {
      line.append(Character.isISOControl(c) ? escaped(c) : Character.toString(c));
    }
    return line.toString();
  }

  /// Without the blanks and line feeds at its ends; other control characters there count.
  private static String trimmed(String text) {
    return text.replaceAll("\\A[ \\n]+|[ \\n]+\\z", "");
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) c);
    };
  }
}
