package soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts rounds. Safe for use by many threads.
final class Tally {
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final List<String> problems = new ArrayList<>();
  private int javaStarts;
  private int goStarts;

  synchronized void add(Ending ending, boolean go, int starts, String problem) {
    endings.merge(ending, starts, Integer::sum);
    if (go) {
      goStarts += starts;
    } else {
      javaStarts += starts;
    }
    if (!problem.isEmpty()) {
      problems.add(problem);
    }
  }

  synchronized Map<Ending, Integer> endings() {
    return new EnumMap<>(endings);
  }

  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  synchronized int javaStarts() {
    return javaStarts;
  }

  synchronized int goStarts() {
    return goStarts;
  }

  synchronized int starts() {
    return javaStarts + goStarts;
  }
}
