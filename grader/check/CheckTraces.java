package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the last trace of each exercise's checks: what their hosts and plugins did, as
/// `lifecycle.TraceReader` reads it. A kept trace is replaced by a whole one only. Thread-safe.
public final class CheckTraces {
  /// More than the framework itself writes: what is longer was written by something else.
  private static final long MOST_BYTES = 16L << 20;

  private final TraceFolder folder;
  private final boolean solution;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  /// @param buildFolder such as `.course`
  /// @param solution whether it is the finished lesson that is checked
  public CheckTraces(Path buildFolder, boolean solution) {
    this.folder = new TraceFolder(buildFolder);
    this.solution = solution;
  }

  /// Keeps what an exercise's checks have recorded, if they have recorded anything. That a trace
  /// cannot be kept is no reason to stop: it only helps.
  ///
  /// @param recorded may be missing: checks without a plugin record nothing
  void keep(String exercise, Path recorded) {
    Path target = folder.check(exercise, solution);
    Path whole = target.resolveSibling("new-" + UUID.randomUUID());
    try {
      if (!Files.isRegularFile(recorded) || Files.size(recorded) > MOST_BYTES) {
        return;
      }
      Folders.create(folder.path());
      Files.copy(recorded, whole, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      kept.add(exercise);
    } catch (IOException | UncheckedIOException notKept) {
      Folders.delete(whole);
    }
  }

  /// Whether this run has kept a trace of the exercise.
  boolean has(String exercise) {
    return kept.contains(exercise);
  }
}
