package check;

import check.child.Event;
import check.child.Event.Status;
import check.child.Frame;
import check.child.OutputMark;
import check.child.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the checks' JVM has reported about one exercise so far. For one thread.
final class ExerciseLedger {
  private static final int PROBLEM = 5;

  private final ExerciseChecks exercise;
  private final List<CheckOutcome> checks = new ArrayList<>();
  private final List<String> leftovers = new ArrayList<>();
  private final IdentityHashMap<CheckOutcome, String> outputKeys = new IdentityHashMap<>();
  private String runningCheck = "";
  private String outputKey = "";
  private Optional<ChildJvm> printer = Optional.empty();
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
      case CHECK_STARTED -> {
        runningCheck = event.value(1);
        outputKey = event.value(3);
      }
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
    CheckOutcome outcome =
        new CheckOutcome(
            withoutId(event.value(1)),
            event.value(2),
            status,
            Duration.ofMillis(Long.parseLong(event.value(4))),
            status == Status.PASSED
                ? Optional.empty()
                : Optional.of(Problem.parse(event, PROBLEM)));
    outputKeys.put(outcome, outputKey);
    return outcome;
  }

  private String withoutId(String name) {
    String sentence = quotedOnce(name);
    return sentence.startsWith(exercise.id())
        ? sentence.substring(exercise.id().length()).strip()
        : sentence;
  }

  /// A name whose pattern quotes a text that JUnit quotes as well: `""` around it become `"`.
  private static String quotedOnce(String name) {
    return name.replace("\"\"\"\"", "\"\u0000\"")
        .replaceAll("\"\"([^\"\u0000]+)\"\"", "\"$1\"")
        .replace("\u0000", "");
  }

  /// Notes that the JVM ended in the middle of this exercise.
  ///
  /// @param after the time since the exercise began
  void died(ChildEnd end, Duration after) {
    diedWith = Optional.of(end);
    time = after;
  }

  /// Notes which JVM has the exercise's output.
  void printedBy(ChildJvm child) {
    printer = Optional.of(child);
  }

  /// What was printed by a check, or by the exercise as a whole if the check printed nothing.
  ///
  /// @param errors whether standard error counts if there is nothing on standard output
  Printed printed(CheckOutcome check, boolean errors) {
    return printed(outputKeys.getOrDefault(check, outputKey), errors);
  }

  /// What was printed by the check that ran last.
  Printed printedLast(boolean errors) {
    return printed(outputKey, errors);
  }

  private Printed printed(String key, boolean errors) {
    if (printer.isEmpty()) {
      return Printed.NOTHING;
    }
    PrintedOutput out = printer.get().out();
    PrintedOutput err = printer.get().err();
    Printed onOut = printed(out, key);
    return errors ? onOut.or(printed(err, key)) : onOut;
  }

  private Printed printed(PrintedOutput stream, String key) {
    return Printed.of(stream.parts(key::equals)).or(Printed.of(stream.parts(this::isOwn)));
  }

  private boolean isOwn(String key) {
    return key.startsWith(OutputMark.exercise(exercise.id()));
  }

  /// All that was printed, under a heading; empty if that is nothing.
  String output() {
    StringBuilder text = new StringBuilder();
    printer.ifPresent(
        child -> {
          child.out().parts(this::isOwn).forEach(part -> text.append(part.text()));
          child.err().parts(this::isOwn).forEach(part -> text.append(part.text()));
        });
    return text.isEmpty()
        ? ""
        : "--- %s ---\n%s%s"
            .formatted(exercise.id(), text, text.toString().endsWith("\n") ? "" : "\n");
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
