package extensions;

import java.util.List;

/// Plugins that need each other: none of them can be the first.
public final class DependencyCycleException extends RegistryException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> cycle;

  /// @param cycle the names from one plugin back to itself, such as `a`, `b`, `a`: each depends on
  ///   the next; at least two
  /// @throws IllegalArgumentException if the last is not the first again
  public DependencyCycleException(List<String> cycle) {
    super(
        "plugins depend on each other: %s\nremove one of these dependencies"
            .formatted(String.join(" -> ", cycle)),
        null);
    if (cycle.size() < 2 || !cycle.getFirst().equals(cycle.getLast())) {
      throw new IllegalArgumentException("a cycle ends where it began: " + cycle);
    }
    this.cycle = List.copyOf(cycle);
  }

  /// The names from one plugin back to itself; each depends on the next.
  public List<String> cycle() {
    return cycle;
  }
}
