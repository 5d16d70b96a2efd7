package lifecycle;

import java.time.Duration;

/// How long each rung of the kill ladder may take.
///
/// @param grace for the plugin to end after it was asked over its connection
/// @param afterTerminate for it to end after SIGTERM
/// @param afterKill for the system to remove it after SIGKILL
public record KillTimes(Duration grace, Duration afterTerminate, Duration afterKill) {
  /// Two seconds of grace as in go-plugin, one after SIGTERM, two after SIGKILL.
  public static final KillTimes DEFAULT =
      new KillTimes(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2));

  /// @throws IllegalArgumentException if a time is negative
  public KillTimes {
    if (grace.isNegative() || afterTerminate.isNegative() || afterKill.isNegative()) {
      throw new IllegalArgumentException("a time is negative: " + grace + " " + afterTerminate);
    }
  }
}
