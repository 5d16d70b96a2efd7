package check.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Ends this JVM, and all that it started, when the grader is gone: standard input is a pipe that
/// the grader holds open as long as it lives, even if it is killed.
///
/// @param leftovers finds what was started
/// @param scratch the run's folder, which goes too
record ParentWatch(Leftovers leftovers, Path scratch) {
  private static final int PARENT_GONE = 72;
  private static final long KILL_MILLIS = 2_000;

  void start(BufferedReader input) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> haltAtEnd(input));
  }

  private void haltAtEnd(BufferedReader input) {
    try {
      while (input.readLine() != null) {
        // The grader says nothing more; only the end of the stream counts.
      }
    } catch (IOException gone) {
      // A broken pipe means the same as its end.
    }
    parentIsGone();
  }

  /// Cleans up and halts.
  void parentIsGone() {
    try {
      leftovers.kill(KILL_MILLIS);
      deleteScratch();
    } catch (InterruptedException | IOException unclean) {
      // There is nobody left to tell; ending is right anyway.
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }

  private void deleteScratch() throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
