package check;

import check.child.Event;
import check.child.Event.Status;
import check.child.Frame;
import check.child.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the checks' JVM has reported about one exercise so far. For one thread.
final class ExerciseLedger {
  private static final int PROBLEM = 5;

  private final ExerciseChecks exercise;
  private final List<CheckOutcome> checks = new ArrayList<>();
  private final List<String> leftovers = new ArrayList<>();
  private String runningCheck = "";
  private Optional<List<Frame>> stuckAt = Optional.empty();
  private Optional<List<Frame>> exitCalledAt = Optional.empty();
  private Optional<ChildEnd> diedWith = Optional.empty();
  private Duration time = Duration.ZERO;
  private boolean finished;

  ExerciseLedger(ExerciseChecks exercise) {
    this.exercise = exercise;
  }

  void add(Event event) {
    switch (event.kind()) {
      case EXERCISE_STARTED, RUN_FINISHED -> {}
      case CHECK_STARTED -> runningCheck = event.value(1);
      case CHECK_FINISHED -> checks.add(outcome(event));
      case LEFTOVER -> leftovers.add("%s (pid %s)".formatted(event.value(2), event.value(1)));
      case STUCK -> stuckAt = Optional.of(Frame.parse(event.value(1)));
      case EXIT_CALLED -> exitCalledAt = Optional.of(Frame.parse(event.value(0)));
      case EXERCISE_FINISHED -> {
        time = Duration.ofMillis(Long.parseLong(event.value(1)));
        finished = true;
      }
    }
  }

  private CheckOutcome outcome(Event event) {
    runningCheck = "";
    Status status = Status.valueOf(event.value(3));
    return new CheckOutcome(
        withoutId(event.value(1)),
        event.value(2),
        status,
        Duration.ofMillis(Long.parseLong(event.value(4))),
        status == Status.PASSED ? Optional.empty() : Optional.of(Problem.parse(event, PROBLEM)));
  }

  private String withoutId(String name) {
    return name.startsWith(exercise.id()) ? name.substring(exercise.id().length()).strip() : name;
  }

  /// Notes that the JVM ended in the middle of this exercise.
  ///
  /// @param after the time since the exercise began
  void died(ChildEnd end, Duration after) {
    diedWith = Optional.of(end);
    time = after;
  }

  ExerciseChecks exercise() {
    return exercise;
  }

  boolean finished() {
    return finished;
  }

  /// The check that was running last, or empty.
  String runningCheck() {
    return withoutId(runningCheck);
  }

  List<String> leftovers() {
    return leftovers;
  }

  Optional<List<Frame>> stuckAt() {
    return stuckAt;
  }

  Optional<List<Frame>> exitCalledAt() {
    return exitCalledAt;
  }

  Optional<ChildEnd> diedWith() {
    return diedWith;
  }

  /// The checks, in the order in which their source shows them.
  Tally tally() {
    Map<String, Integer> lines = MethodLines.of(exercise.files());
    return new Tally(
        checks.stream()
            .sorted(Comparator.comparing(check -> lines.getOrDefault(check.method(), 0)))
            .toList(),
        time);
  }
}
