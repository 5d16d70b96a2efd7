package scenes;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something that the host can only look at.
public final class Waiting {
  private static final Duration STEP = Duration.ofMillis(10);

  private Waiting() {}

  /// Returns when the condition holds.
  ///
  /// @throws IllegalStateException if it does not within the limit, or the thread is interrupted
  public static void until(Duration limit, BooleanSupplier condition) {
    long endNanos = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() - endNanos > 0) {
          throw new IllegalStateException("nothing has happened for " + limit.toSeconds() + " s");
        }
        Thread.sleep(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
