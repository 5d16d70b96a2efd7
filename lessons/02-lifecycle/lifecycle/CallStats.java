package lifecycle;

import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;

/// How the calls of one method went.
///
/// @param count calls that ended, however they ended
/// @param errors those among them that did not end with the status `OK`
/// @param p50 half of the recent calls took this long or less; zero if there were none
/// @param p95 95 of 100 recent calls took this long or less; zero if there were none
/// @param p99 99 of 100 recent calls took this long or less; zero if there were none
public record CallStats(long count, long errors, Duration p50, Duration p95, Duration p99) {
  /// Sums up a method's calls.
  ///
  /// Exercise 2.6, with [#percentile]. A call that was cancelled or came too late is an error, too:
  /// all that is not `OK` is one.
  ///
  /// @param outcomes how many calls ended with which status, of all calls ever; a status that no
  ///   call ended with may be absent
  /// @param recentNanos how long the most recent calls took, in nanoseconds, in any order; must not
  ///   be changed
  @Exercise("2.6")
  public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
    throw new ExerciseNotDone("2.6");
  }

  /// The percentile by nearest rank: the smallest of the values for which at least `percent` of 100
  /// values are as small or smaller. It is one of the values, never something in between: of 10,
  /// 20, 30 and 40 the 50th percentile is 20, the 51st is 30. Of no values it is zero.
  ///
  /// Exercise 2.6.
  ///
  /// @param percent 1 to 100
  /// @param sortedNanos the values in nanoseconds, smallest first
  @Exercise("2.6")
  public static Duration percentile(int percent, long[] sortedNanos) {
    throw new ExerciseNotDone("2.6");
  }
}
