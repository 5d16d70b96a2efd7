package basics;

/// Text from a plugin, harmless to show: what would move a terminal's cursor or change its colours
/// is written as an escape, such as `\u001b`.
public final class VisibleText {
  private static final int SHORT_CHARACTERS = 120;

  private VisibleText() {}

  /// The text with its control characters made visible.
  public static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      visible.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return visible.toString();
  }

  /// The same of a text that may be long: cut at 120 characters.
  public static String shortened(String text) {
    return of(
        text.length() <= SHORT_CHARACTERS ? text : text.substring(0, SHORT_CHARACTERS) + "...");
  }
}
