package monitoring;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How often plugins are asked for their health, and when one is given up.
///
/// @param interval from the end of one check to the next
/// @param timeout how long an answer may take; one that takes longer is none
/// @param failures how many checks in a row must fail until the process is given up
/// @param services by plugin: which services are asked for besides the plugin as a whole. One that
///   is not well makes the plugin unwell; it is not restarted for that
public record HealthPolicy(
    Duration interval, Duration timeout, int failures, Map<String, Set<String>> services) {
  /// Every five seconds, two seconds for an answer, given up after three; no other service.
  public static final HealthPolicy DEFAULT =
      new HealthPolicy(Duration.ofSeconds(5), Duration.ofSeconds(2), 3, Map.of());

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if a time or the number is not more than zero
  public HealthPolicy {
    services = Map.copyOf(new TreeMap<>(services));
    if (!interval.isPositive() || !timeout.isPositive() || failures < 1) {
      throw new IllegalArgumentException(
          "no health policy: %s, %s, %d".formatted(interval, timeout, failures));
    }
  }
}
