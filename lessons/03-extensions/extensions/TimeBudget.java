package extensions;

import java.time.Duration;

/// What is left of the time for the whole of something.
///
/// @param endNanos when it ends, as `System.nanoTime` counts
record TimeBudget(long endNanos) {
  static TimeBudget of(Duration whole) {
    return new TimeBudget(System.nanoTime() + whole.toNanos());
  }

  /// The rest, at least a millisecond: what waits for nothing at all means something else to many
  /// methods.
  Duration left() {
    return Duration.ofNanos(Math.max(endNanos - System.nanoTime(), 1_000_000));
  }

  boolean over() {
    return endNanos - System.nanoTime() <= 0;
  }
}
