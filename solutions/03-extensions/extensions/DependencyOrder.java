package extensions;

import course.Exercise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
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
  @Exercise(
      value = "3.4",
      stub =
          """
          import course.ExerciseNotDone;
          ExerciseNotDone.report("3.4");
          return List.copyOf(new TreeSet<>(dependencies.keySet()));
          """)
  public static List<String> of(Map<String, Set<String>> dependencies) {
    SequencedSet<String> order = new LinkedHashSet<>();
    for (String name : new TreeSet<>(dependencies.keySet())) {
      visit(name, dependencies, new ArrayList<>(), order);
    }
    return List.copyOf(order);
  }

  /// @param way the names that led here, each depends on the next
  private static void visit(
      String name,
      Map<String, Set<String>> dependencies,
      List<String> way,
      SequencedSet<String> order) {
    if (order.contains(name)) {
      return;
    }
    int seen = way.indexOf(name);
    way.add(name);
    if (seen >= 0) {
      throw new DependencyCycleException(way.subList(seen, way.size()));
    }
    for (String needed : new TreeSet<>(dependencies.getOrDefault(name, Set.of()))) {
      visit(needed, dependencies, way, order);
    }
    way.removeLast();
    order.add(name);
  }
}
