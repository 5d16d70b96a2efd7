package security;

/// Texts of others in our messages: short, on one line, without a terminal's commands.
final class PlainText {
  private static final int LIMIT = 200;

  private PlainText() {}

  /// The text, at most 200 characters of it; what is not plain is written as `\u001B`.
  static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(LIMIT)
        .forEach(
            character -> {
              if (isPlain(character)) {
                plain.appendCodePoint(character);
              } else {
                plain.append("\\u%04X".formatted(character));
              }
            });
    return text.codePointCount(0, text.length()) > LIMIT ? plain + "..." : plain.toString();
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
