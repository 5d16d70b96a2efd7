package check;

import check.child.Event;
import check.child.Problem;
import java.time.Duration;
import java.util.Optional;

/// How one check, a method of a check class, ended.
///
/// @param name the sentence that a learner reads
/// @param method the method's name; empty for what is wrong with a class as a whole
/// @param problem why it did not pass; empty if it did
public record CheckOutcome(
    String name, String method, Event.Status status, Duration time, Optional<Problem> problem) {
  boolean passed() {
    return status == Event.Status.PASSED;
  }

  /// Whether it counts against the exercise; a skipped check does not.
  boolean failing() {
    return switch (status) {
      case FAILED, NOT_DONE, TIMED_OUT -> true;
      case PASSED, SKIPPED -> false;
    };
  }
}
