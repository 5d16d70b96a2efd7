package check.child;

import java.io.BufferedReader;
import java.io.IOException;

/// Ends this JVM, and all that it started, when the grader is gone: standard input is a pipe that
/// the grader holds open as long as it lives, even if it is killed.
final class ParentWatch {
  private static final long KILL_MILLIS = 2_000;

  private ParentWatch() {}

  static void start(BufferedReader input, Leftovers leftovers) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> haltAtEnd(input, leftovers));
  }

  private static void haltAtEnd(BufferedReader input, Leftovers leftovers) {
    try {
      while (input.readLine() != null) {
        // The grader says nothing more; only the end of the stream counts.
      }
    } catch (IOException gone) {
      // A broken pipe means the same as its end.
    }
    try {
      leftovers.kill(KILL_MILLIS);
    } catch (InterruptedException ignored) {
      // Nothing interrupts this thread; if it were, ending is right anyway.
    }
    Runtime.getRuntime().halt(CheckRunner.PARENT_GONE);
  }
}
