package extensions;

import extensions.ConfigNode.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong in one file. Used by one thread.
final class ConfigProblems {
  private final List<ConfigProblem> problems = new ArrayList<>();

  void add(Place place, String key, String found, String allowed) {
    add(place, key, found, allowed, Optional.empty());
  }

  void add(Place place, String key, String found, String allowed, Optional<String> nearest) {
    problems.add(new ConfigProblem(place.line(), place.column(), key, found, allowed, nearest));
  }

  /// All of them in the order of the file.
  List<ConfigProblem> sorted() {
    return problems.stream()
        .sorted(
            Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column))
        .toList();
  }
}
