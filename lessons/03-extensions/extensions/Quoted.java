package extensions;

/// Texts of others in our messages: short, on one line, and without a terminal's commands.
final class Quoted {
  private static final int LIMIT = 48;

  private Quoted() {}

  /// The text in quotes.
  static String of(String text) {
    return '"' + cut(text) + '"';
  }

  /// The text, at most 48 characters of it.
  static String cut(String text) {
    StringBuilder cut = new StringBuilder();
    text.codePoints()
        .limit(LIMIT)
        .forEach(
            character -> {
              if (isPlain(character)) {
                cut.appendCodePoint(character);
              } else {
                cut.append("\\u%04X".formatted(character));
              }
            });
    return text.codePointCount(0, text.length()) > LIMIT ? cut + "..." : cut.toString();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
