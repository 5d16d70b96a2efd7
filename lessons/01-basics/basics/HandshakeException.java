package basics;

/// A handshake line breaks the protocol: which field, what was found, what was expected.
public final class HandshakeException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final int field;

  private HandshakeException(int field, String message) {
    super(message);
    this.field = field;
  }

  /// A field that breaks its rule.
  ///
  /// @param field the field's number, 1 to 7
  /// @param name the field's name, such as `network`
  /// @param found the field's text
  /// @param expected the rule, in words
  public static HandshakeException inField(int field, String name, String found, String expected) {
    return new HandshakeException(
        field,
        "handshake line, field %d (%s): found %s, expected %s"
            .formatted(field, name, quote(found), expected));
  }

  /// A line that has no fields to speak of.
  ///
  /// @param line the whole line
  /// @param problem what is wrong with it
  public static HandshakeException inLine(String line, String problem) {
    return new HandshakeException(0, "handshake line %s: %s".formatted(quote(line), problem));
  }

  /// The number of the bad field, 1 to 7; 0 if the line as a whole is bad.
  public int field() {
    return field;
  }

  /// The text in quotes, cut at 120 characters, with control characters made visible.
  private static String quote(String text) {
    return '"' + VisibleText.shortened(text) + '"';
  }
}
