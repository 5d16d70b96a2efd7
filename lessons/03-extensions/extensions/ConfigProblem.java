package extensions;

import java.util.Optional;

/// One thing that is wrong in a configuration file, and where.
///
/// @param line counted from 1
/// @param column in characters, counted from 1
/// @param key the way to it from the top, such as `plugins.calculator.timeout`; empty at the top
/// @param found what stands there
/// @param allowed what may stand there
/// @param nearest what the author may have meant: a key, or a value; empty if nothing is near
public record ConfigProblem(
    int line, int column, String key, String found, String allowed, Optional<String> nearest) {
  /// Four lines at most, for people.
  @Override
  public String toString() {
    String where =
        "line %d, column %d%s\n  found: %s\n  allowed: %s"
            .formatted(line, column, key.isEmpty() ? "" : ": " + key, found, allowed);
    return nearest.map(near -> where + "\n  did you mean: " + near).orElse(where);
  }
}
