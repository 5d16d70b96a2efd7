package prove;

import check.Terminal;

/// Greens and reds for a terminal, or none.
record Colors(boolean on) {
  /// Colors if the place that the report goes to welcomes them.
  static Colors ofThisProcess() {
    return new Colors(Terminal.ofThisProcess().colours());
  }

  String good(String text) {
    return on ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  String bad(String text) {
    return on ? "\u001b[31m" + text + "\u001b[0m" : text;
  }
}
