package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before what failed is tried again: up to twice as long each time, and never the
/// same for two who failed together (exponential backoff with full jitter).
///
/// @param base the longest wait after the first failure; more than zero
/// @param limit the longest wait of all; `base` or more
public record Backoff(Duration base, Duration limit) {
  /// 50 ms after the first failure, at most a minute.
  public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(50), Duration.ofMinutes(1));

  /// Makes sure that the times are in order.
  ///
  /// @throws IllegalArgumentException if they are not
  public Backoff {
    if (!base.isPositive() || limit.compareTo(base) < 0) {
      throw new IllegalArgumentException("not 0 < base <= limit: " + base + ", " + limit);
    }
  }

  /// The wait before the next try: a random time from zero to the bound, both included, all equally
  /// likely.
  ///
  /// Exercise 4.7, with [RestartBudget#take] and [CircuitBreaker#enter]. The bound is `base` after
  /// the first failure, doubles with each further one, and stays at `limit` once it would exceed
  /// it, however many failures there are.
  ///
  /// @param failures how often it has failed in a row, one or more
  /// @param random where the chance comes from
  @Exercise("4.7")
  public Duration delay(int failures, RandomGenerator random) {
    ExerciseNotDone.report("4.7");
    return limit;
  }
}
