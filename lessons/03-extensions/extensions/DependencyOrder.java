package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// In which order plugins start, so that each finds ready what it depends on.
public final class DependencyOrder {
  private DependencyOrder() {}

  /// The names in an order in which each comes after all that it depends on.
  ///
  /// Exercise 3.4. Each name once. The order is the same each time: whatever the map's order, take
  /// the names by the alphabet, and before each the names that it depends on, by the alphabet, too,
  /// and before each of them what that one depends on, and so on; what stands in the order already
  /// is not taken again. So `{b: [d, c], a: [], c: [], d: []}` is `a, c, d, b`.
  ///
  /// A cycle is an error that shows the way round and nothing else: if `x` depends on `a`, `a` on
  /// `b`, and `b` on `a`, the cycle is `a, b, a`. A plugin that depends on itself is a cycle of two
  /// names. Two plugins that depend on the same third are no cycle.
  ///
  /// @param dependencies for each plugin the names that it depends on; each is a key of the map
  /// @return all keys of the map, what others depend on first
  /// @throws DependencyCycleException if plugins depend on each other in a circle
  @Exercise("3.4")
  public static List<String> of(Map<String, Set<String>> dependencies) {
    ExerciseNotDone.report("3.4");
    return List.copyOf(new TreeSet<>(dependencies.keySet()));
  }
}
