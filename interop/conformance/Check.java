package conformance;

import java.io.IOException;

/// One question about a plugin.
///
/// @param name its name in the report, such as `cookie-missing`
/// @param rule where the rule stands, and the rule in words
/// @param body finds the answer
record Check(String name, String rule, Body body) {
  /// Finds the answer, in bounded time.
  @FunctionalInterface
  interface Body {
    /// What was found.
    ///
    /// @throws UnusableException if what this check stands on is not there
    Finding examine() throws IOException, InterruptedException, UnusableException;
  }
}
