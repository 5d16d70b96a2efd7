package soak;

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
/// @param left files in the plugins' socket folder
/// @param descriptorsBefore of the host, after its first rounds
/// @param descriptorsAfter of the host, at the end
/// @param threadsBefore of the host, after its first rounds
/// @param threadsAfter of the host, at the end
record Figures(
    int asked,
    Tally tally,
    Duration took,
    int orphans,
    int zombies,
    int left,
    int descriptorsBefore,
    int descriptorsAfter,
    int threadsBefore,
    int threadsAfter) {
  /// Whether nothing stayed behind.
  boolean clean() {
    return orphans == 0
        && zombies == 0
        && left == 0
        && tally.problems().isEmpty()
        && descriptorsAfter <= descriptorsBefore
        && threadsAfter <= threadsBefore;
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
    lines.add("%-26s %d".formatted("sockets and folders left", left));
    lines.add(
        "%-26s %d before, %d after"
            .formatted("descriptors of the host", descriptorsBefore, descriptorsAfter));
    lines.add(
        "%-26s %d before, %d after".formatted("threads of the host", threadsBefore, threadsAfter));
    tally.problems().stream().limit(10).forEach(problem -> lines.add("problem: " + problem));
    return lines;
  }
}
