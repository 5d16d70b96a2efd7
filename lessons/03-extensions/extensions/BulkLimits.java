package extensions;

import java.time.Duration;

/// How much a [BulkCalculatorClient] asks for at a time, and how long it waits. Immutable.
///
/// @param batch operations in one batch, 1 to [#MAX_BATCH]
/// @param window operations of one stream that are sent and not yet answered, 1 or more
/// @param inFlight single operations under way at the same time, 1 or more
/// @param timeout how long one batch or one operation may take, and how long a stream or a table
///   may be silent; more than zero
public record BulkLimits(int batch, int window, int inFlight, Duration timeout) {
  /// The most operations that a plugin takes in one batch (`bulk.proto`).
  public static final int MAX_BATCH = 1_000;

  /// Full batches, 256 operations in a stream's window, 64 operations under way, 10 s.
  public static final BulkLimits DEFAULT =
      new BulkLimits(MAX_BATCH, 256, 64, Duration.ofSeconds(10));

  /// @throws IllegalArgumentException if a limit is out of its range
  public BulkLimits {
    if (batch < 1 || batch > MAX_BATCH) {
      throw new IllegalArgumentException("batch not in 1.." + MAX_BATCH + ": " + batch);
    }
    if (window < 1) {
      throw new IllegalArgumentException("window < 1: " + window);
    }
    if (inFlight < 1) {
      throw new IllegalArgumentException("inFlight < 1: " + inFlight);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout <= 0: " + timeout);
    }
  }

  /// These limits with another size of a batch.
  public BulkLimits withBatch(int operations) {
    return new BulkLimits(operations, window, inFlight, timeout);
  }

  /// These limits with another window of a stream.
  public BulkLimits withWindow(int operations) {
    return new BulkLimits(batch, operations, inFlight, timeout);
  }

  /// These limits with another number of single operations under way.
  public BulkLimits withInFlight(int operations) {
    return new BulkLimits(batch, window, operations, timeout);
  }

  /// These limits with another timeout.
  public BulkLimits withTimeout(Duration time) {
    return new BulkLimits(batch, window, inFlight, time);
  }
}
