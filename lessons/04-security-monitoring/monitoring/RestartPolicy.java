package monitoring;

import java.time.Duration;

/// When a plugin is started again.
///
/// @param backoff how long to wait before
/// @param restarts how many restarts within the window, zero or more; after them it is quarantined
/// @param window within which time they count
/// @param stableAfter a plugin that ran for so long has recovered: its next failure is the first
/// @param manifestPoll how often a quarantined plugin's manifest is looked at
public record RestartPolicy(
    Backoff backoff, int restarts, Duration window, Duration stableAfter, Duration manifestPoll) {
  /// Three restarts in an hour; stable after a minute; the manifest is looked at every five
  /// seconds.
  public static final RestartPolicy DEFAULT =
      new RestartPolicy(
          Backoff.DEFAULT, 3, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(5));

  /// Makes sure that the times are in order.
  ///
  /// @throws IllegalArgumentException if a number is negative or a time is not more than zero
  public RestartPolicy {
    if (restarts < 0
        || !window.isPositive()
        || !stableAfter.isPositive()
        || !manifestPoll.isPositive()) {
      throw new IllegalArgumentException(
          "no policy: %d in %s, %s, %s".formatted(restarts, window, stableAfter, manifestPoll));
    }
  }
}
