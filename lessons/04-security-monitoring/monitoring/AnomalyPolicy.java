package monitoring;

import java.time.Duration;

/// When a plugin's behaviour is not usual any more, and what is done then.
///
/// @param interval how long each sample lasts
/// @param weight what the newest sample counts in the baseline, more than 0 and less than 1
/// @param floor the smallest deviation, in events in an interval
/// @param learning how many samples it takes until anything is unusual
/// @param alert so many deviations above the mean are told
/// @param throttle so many make the host slow the plugin's calls down
/// @param quarantine so many take the plugin out
/// @param up how many samples in a row must be that high until a level is entered
/// @param down how many in a row must be lower until a level is left, one level at a time
/// @param throttledCalls how many calls in an interval a throttled plugin gets
public record AnomalyPolicy(
    Duration interval,
    double weight,
    double floor,
    int learning,
    double alert,
    double throttle,
    double quarantine,
    int up,
    int down,
    int throttledCalls) {
  /// Samples of a second; thirty to learn; at 4, 8 and 16 deviations, three in a row; back after
  /// ten.
  public static final AnomalyPolicy DEFAULT =
      new AnomalyPolicy(Duration.ofSeconds(1), 0.1, 2, 30, 4, 8, 16, 3, 10, 20);

  /// Makes sure that the numbers are in order.
  ///
  /// @throws IllegalArgumentException if they are not
  public AnomalyPolicy {
    if (!interval.isPositive()
        || !(weight > 0 && weight < 1)
        || !(floor > 0)
        || learning < 1
        || !(0 < alert && alert <= throttle && throttle <= quarantine)
        || up < 1
        || down < 1
        || throttledCalls < 0) {
      throw new IllegalArgumentException(
          "no anomaly policy: %s, weight %s, floor %s, learning %d, levels %s/%s/%s, %d up, %d down"
              .formatted(interval, weight, floor, learning, alert, throttle, quarantine, up, down));
    }
  }
}
