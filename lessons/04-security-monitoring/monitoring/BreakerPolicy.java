package monitoring;

import io.grpc.Status;
import java.time.Duration;
import java.util.Set;

/// When a [CircuitBreaker] stops the calls of a plugin that lives and fails.
///
/// @param window how many of the last calls are looked at; one or more
/// @param failures how many of them must have failed; 1 to `window`
/// @param openFor how long no call is let through then
/// @param trials how many calls are let through after that, to see whether they succeed; all of
///   them must
/// @param counted which outcomes are failures. `UNAVAILABLE` is not among the usual ones: a process
///   that is gone is replaced, and the next one need not wait
public record BreakerPolicy(
    int window, int failures, Duration openFor, int trials, Set<Status.Code> counted) {
  /// Ten of the last twenty calls; five seconds; two trials.
  public static final BreakerPolicy DEFAULT =
      new BreakerPolicy(
          20,
          10,
          Duration.ofSeconds(5),
          2,
          Set.of(
              Status.Code.DEADLINE_EXCEEDED,
              Status.Code.INTERNAL,
              Status.Code.UNKNOWN,
              Status.Code.RESOURCE_EXHAUSTED,
              Status.Code.DATA_LOSS));

  /// Copies the set.
  ///
  /// @throws IllegalArgumentException if a number or the time is out of range
  public BreakerPolicy {
    counted = Set.copyOf(counted);
    if (failures < 1 || window < failures || !openFor.isPositive() || trials < 1) {
      throw new IllegalArgumentException(
          "no breaker: %d of %d, %s, %d".formatted(failures, window, openFor, trials));
    }
  }
}
