package basics;

/// Text from a plugin, harmless to show: what would move a terminal's cursor or change its colours
/// is written as an escape, such as `\u001b`.
public final class VisibleText {
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
}
