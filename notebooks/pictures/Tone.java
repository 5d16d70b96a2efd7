package pictures;

/// What a coloured area means. The colour is never alone: a text says the same.
public enum Tone {
  /// Nothing happens.
  QUIET("#f3f4f6", "#8b949e"),
  /// Something is under way.
  BUSY("#fef3c7", "#8a4600"),
  /// All is well.
  GOOD("#dcfce7", "#146c2e"),
  /// The same kind of thing once more, to be told from the first.
  OTHER("#dbeafe", "#0b57d0"),
  /// Something went wrong, or was made to.
  BAD("#fee2e2", "#b42318");

  private final String fill;
  private final String stroke;

  Tone(String fill, String stroke) {
    this.fill = fill;
    this.stroke = stroke;
  }

  String fill() {
    return fill;
  }

  String stroke() {
    return stroke;
  }
}
