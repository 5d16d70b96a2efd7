package conformance;

import basics.MagicCookie;

/// A magic cookie at the command line.
///
/// @param text `KEY=VALUE`
record Cookie(String text) {
  static final String DEFAULT = "COURSE_PLUGIN=calculator";

  /// @throws IllegalArgumentException if the text is not of that form
  MagicCookie parse() {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new IllegalArgumentException("a cookie is KEY=VALUE, found: " + text);
    }
    return new MagicCookie(text.substring(0, equals), text.substring(equals + 1));
  }
}
