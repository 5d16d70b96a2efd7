package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;

/// Replaces a plugin's process while it is used: the new one up, calls drained, the old one down;
/// and back if the new one fails.
public final class HotSwap {
  private final Duration drainTimeout;

  /// @param drainTimeout how long calls in flight may take until the old process is ended
  /// @throws IllegalArgumentException if it is negative
  public HotSwap(Duration drainTimeout) {
    if (drainTimeout.isNegative()) {
      throw new IllegalArgumentException("drainTimeout < 0: " + drainTimeout);
    }
    this.drainTimeout = drainTimeout;
  }

  /// Replaces the process.
  ///
  /// Exercise 3.4. Four steps, in an order in which at each moment one process serves:
  /// [SwapSteps#startNew], [SwapSteps#switchToNew], [SwapSteps#drainOld] with this object's limit,
  /// [SwapSteps#endOld].
  ///
  /// If the new process does not start, or cannot be switched to, the old one keeps serving and is
  /// not touched: [SwapSteps#endNew] leaves no half-started process, and a [SwapFailedException]
  /// has the failure as its cause. Should `endNew` fail, too, its exception is suppressed in that
  /// one.
  ///
  /// After the switch there is no way back: the old process is ended whether its calls are done,
  /// the time was up, or the wait itself failed (then its exception reaches the caller).
  ///
  /// @return whether all calls of the old process were done before its end
  /// @throws SwapFailedException if the old process still serves
  @Exercise("3.4")
  public boolean perform(SwapSteps steps) {
    throw new ExerciseNotDone("3.4");
  }
}
