package monitoring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a plugin's process said of itself when it was last asked.
///
/// @param answers what each service said, in lower case, such as `serving` or `not_serving`; or why
///   it said nothing. The service `plugin` is the plugin as a whole; empty if none was asked yet
/// @param failures how many checks of the plugin as a whole have failed in a row
public record HealthReport(Map<String, String> answers, int failures) {
  /// Nothing was asked yet.
  public static final HealthReport NONE = new HealthReport(Map.of(), 0);

  static final String SERVING = "serving";

  /// Copies the map.
  public HealthReport {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }

  /// Whether all that was asked is well.
  public boolean isWell() {
    return answers.values().stream().allMatch(SERVING::equals);
  }
}
