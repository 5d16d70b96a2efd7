package derive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The local variables in sight at one place of a walk through a file.
final class LocalNames {
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  void open() {
    scopes.push(new HashSet<>());
  }

  void close() {
    scopes.pop();
  }

  /// Adds a variable to the innermost scope; outside of all scopes there are no local variables.
  void add(CharSequence name) {
    if (!scopes.isEmpty()) {
      scopes.getFirst().add(name.toString());
    }
  }

  boolean contains(CharSequence name) {
    return scopes.stream().anyMatch(scope -> scope.contains(name.toString()));
  }
}
