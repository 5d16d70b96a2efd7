package soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a soak run has found.
///
/// @param asked how many starts were asked for
/// @param tally the rounds
/// @param took how long it took
/// @param orphans processes that still ran at the end
/// @param zombies ended processes that no one had asked for
/// @param left sockets and other files in the plugins' socket folder
/// @param emptyFolders folders there with nothing in them
/// @param descriptorsBefore of the host, after its first rounds, by kind
/// @param descriptorsAfter of the host, at the end, by kind
/// @param threadsBefore of the host, after its first rounds
/// @param threadsAfter of the host, at the end
record Figures(
    int asked,
    Tally tally,
    Duration took,
    int orphans,
    int zombies,
    List<Path> left,
    int emptyFolders,
    Map<String, Integer> descriptorsBefore,
    Map<String, Integer> descriptorsAfter,
    int threadsBefore,
    int threadsAfter) {
  /// What the JVM may open for itself at any time, such as a library's file or a poller of its
  /// virtual threads. A descriptor or thread for each start, or each tenth, is far more.
  private static final int OF_THE_JVM = 3;

  /// Whether nothing stayed behind.
  boolean clean() {
    return orphans == 0
        && zombies == 0
        && left.isEmpty()
        && tally.problems().isEmpty()
        && sum(descriptorsAfter) <= sum(descriptorsBefore) + OF_THE_JVM
        && threadsAfter <= threadsBefore + OF_THE_JVM;
  }

  /// The figures as lines for a person.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s %s, %d processors, JDK %s"
            .formatted(
                LocalDate.now(ZoneId.systemDefault()),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
    lines.add(
        "%-26s %d (%d Java, %d Go) of %d, in %d s"
            .formatted(
                "plugins started",
                tally.starts(),
                tally.javaStarts(),
                tally.goStarts(),
                asked,
                took.toSeconds()));
    for (Map.Entry<Ending, Integer> ending : tally.endings().entrySet()) {
      lines.add("  %-24s %d".formatted(ending.getKey().text(), ending.getValue()));
    }
    lines.add("%-26s %d".formatted("orphans", orphans));
    lines.add("%-26s %d".formatted("zombies", zombies));
    lines.add("%-26s %d".formatted("sockets left", left.size()));
    left.stream().limit(10).forEach(path -> lines.add("  " + path));
    lines.add("%-26s %d".formatted("empty folders left", emptyFolders));
    lines.add(
        "%-26s %d before, %d after"
            .formatted("descriptors of the host", sum(descriptorsBefore), sum(descriptorsAfter)));
    lines.addAll(moreDescriptors());
    lines.add(
        "%-26s %d before, %d after".formatted("threads of the host", threadsBefore, threadsAfter));
    tally.problems().stream().limit(10).forEach(problem -> lines.add("problem: " + problem));
    return lines;
  }

  private static int sum(Map<String, Integer> kinds) {
    return kinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The kinds of which there are more than before.
  private List<String> moreDescriptors() {
    return descriptorsAfter.entrySet().stream()
        .filter(kind -> kind.getValue() > descriptorsBefore.getOrDefault(kind.getKey(), 0))
        .map(
            kind ->
                "  %-24s %d before, %d after"
                    .formatted(
                        kind.getKey(),
                        descriptorsBefore.getOrDefault(kind.getKey(), 0),
                        kind.getValue()))
        .toList();
  }
}
