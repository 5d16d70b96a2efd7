package lifecycle;

import java.time.Duration;
import java.util.List;

/// How a plugin came to its end.
///
/// @param steps the rungs that were needed, in order; empty if the process was gone already
/// @param ended whether the process is gone
public record KillReport(List<Step> steps, boolean ended) {
  /// Copies the list.
  public KillReport {
    steps = List.copyOf(steps);
  }

  /// A rung of the ladder.
  public enum Rung {
    /// The `Shutdown` call.
    SHUTDOWN,
    /// SIGTERM.
    TERMINATE,
    /// SIGKILL for the whole tree.
    KILL
  }

  /// A rung that was needed.
  ///
  /// @param rung which
  /// @param took from the rung's beginning until the process was gone or the time was up
  /// @param ended whether the process was gone then
  public record Step(Rung rung, Duration took, boolean ended) {}

  /// Whether the plugin ended because it was asked to, with no signal.
  public boolean graceful() {
    return ended && steps.size() <= 1 && steps.stream().allMatch(s -> s.rung() == Rung.SHUTDOWN);
  }
}
