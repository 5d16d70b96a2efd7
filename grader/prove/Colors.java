package prove;

/// Greens and reds for a terminal, or none.
record Colors(boolean on) {
  /// Colors for a person's terminal, unless NO_COLOR is set.
  static Colors ofThisProcess() {
    String wish = System.getenv("NO_COLOR");
    boolean refused = wish != null && !wish.isEmpty();
    return new Colors(!refused && System.console() != null && System.console().isTerminal());
  }

  String good(String text) {
    return on ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  String bad(String text) {
    return on ? "\u001b[31m" + text + "\u001b[0m" : text;
  }
}
