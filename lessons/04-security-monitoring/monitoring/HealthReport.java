package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
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

  /// The service that stands for the plugin as a whole (go-plugin: `GRPCServiceName`).
  public static final String WHOLE = "plugin";

  /// The answer of a service that is well.
  public static final String SERVING = "serving";

  /// Copies the map.
  public HealthReport {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }

  /// The report after the next check of the same process.
  ///
  /// Exercise 4.5. It has the new answers alone. The failures in a row are of the plugin as a whole
  /// ([#WHOLE]): none if it says [#SERVING], else one more than before. No answer for it is a
  /// failure, and so is any other word. How other services are does not count here.
  ///
  /// @param now what each service said, as in [#answers]
  @Exercise("4.5")
  public HealthReport after(Map<String, String> now) {
    ExerciseNotDone.report("4.5");
    return new HealthReport(now, 0);
  }

  /// Whether all that was asked is well.
  public boolean isWell() {
    return answers.values().stream().allMatch(SERVING::equals);
  }
}
