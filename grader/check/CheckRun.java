package check;

import check.child.Event;
import check.child.OutputMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs exercises' checks, in as many JVMs as it takes: when one dies or hangs in the middle of an
/// exercise, the exercises after it go on in a fresh one. For one thread.
final class CheckRun {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  /// The checks' JVM keeps the exercise's time itself and can tell where it hangs; the grader waits
  /// this much longer before it steps in.
  private static final Duration NET = Duration.ofSeconds(3);

  private static final int REMEMBER_EVERY = 15;
  private static final long PRINT_MILLIS = 1_000;

  private final ChildSettings settings;
  private final Optional<CheckTraces> traces;
  private final Consumer<ExerciseLedger> onFinished;
  private final StringBuilder output = new StringBuilder();
  private final List<String> leftRunning = new ArrayList<>();
  private List<ExerciseLedger> remaining = List.of();
  private Optional<ChildJvm> running = Optional.empty();
  private Optional<ExerciseLedger> current = Optional.empty();
  private long currentSince;

  /// @param traces keeps what the checks' hosts record
  /// @param onFinished is told about each exercise once all is known about it
  CheckRun(
      ChildSettings settings, Optional<CheckTraces> traces, Consumer<ExerciseLedger> onFinished) {
    this.settings = settings;
    this.traces = traces;
    this.onFinished = onFinished;
  }

  /// Runs the exercises.
  ///
  /// @param first a JVM that waits for its orders; this method closes it
  void run(List<ExerciseChecks> exercises, ChildJvm first) throws InterruptedException {
    remaining = new ArrayList<>(exercises.stream().map(ExerciseLedger::new).toList());
    ChildJvm child = first;
    while (!remaining.isEmpty()) {
      try (ChildJvm open = child) {
        oneRound(open);
      }
      if (!remaining.isEmpty()) {
        child = ChildJvm.start(settings);
      }
    }
  }

  private void oneRound(ChildJvm child) throws InterruptedException {
    int before = remaining.size();
    running = Optional.of(child);
    child.order(remaining.stream().map(ExerciseLedger::exercise).toList());
    boolean deadline = follow(child);
    int status = deadline ? 0 : child.exitValue();
    List<String> left = child.kill();
    follow(child.newEvents());
    leftRunning.addAll(left);
    ChildEnd end = end(child, status, deadline, left);
    if (current.isPresent()) {
      died(current.get(), end);
    }
    if (remaining.size() == before) {
      throw new CourseException(
          "the JVM for the checks did not start (%s)\n%s"
              .formatted(end.describe(), String.join("\n", child.err().lastLines(5))));
    }
  }

  private void died(ExerciseLedger ledger, ChildEnd end) throws InterruptedException {
    ledger.died(end, Duration.ofNanos(System.nanoTime() - currentSince));
    finish(ledger);
  }

  private static ChildEnd end(ChildJvm child, int status, boolean deadline, List<String> left) {
    boolean outOfMemory =
        child.out().lastLines(3).stream()
            .anyMatch(line -> line.contains("Terminating due to java.lang.OutOfMemoryError"));
    return new ChildEnd(status, deadline, outOfMemory, child.err().lastLines(2), left);
  }

  /// @return whether the JVM took too long
  private boolean follow(ChildJvm child) throws InterruptedException {
    currentSince = System.nanoTime();
    for (int round = 1; ; round++) {
      boolean ended = child.awaitEnd(POLL);
      follow(child.newEvents());
      if (ended) {
        return false;
      }
      if (round % REMEMBER_EVERY == 0) {
        child.rememberDescendants();
      }
      if (System.nanoTime() - currentSince > limit().toNanos()) {
        return true;
      }
    }
  }

  private Duration limit() {
    return current.isPresent() ? settings.limits().exercise().plus(NET) : START_LIMIT;
  }

  private void follow(List<Event> events) throws InterruptedException {
    for (Event event : events) {
      if (event.kind() == Event.Kind.EXERCISE_STARTED) {
        current = Optional.of(ledger(event.value(0)));
        currentSince = System.nanoTime();
      }
      current.ifPresent(ledger -> ledger.add(event));
      if (current.filter(ExerciseLedger::finished).isPresent()) {
        finish(current.get());
      }
    }
  }

  private ExerciseLedger ledger(String id) {
    return remaining.stream()
        .filter(ledger -> ledger.exercise().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new CourseException("the checks' JVM ran exercise " + id + " unasked"));
  }

  private void finish(ExerciseLedger ledger) throws InterruptedException {
    if (running.isPresent()) {
      awaitOutput(ledger, running.get());
      ledger.printedBy(running.get());
      keepTrace(ledger.exercise().id(), running.get());
    }
    output.append(ledger.output());
    remaining.remove(ledger);
    current = Optional.empty();
    currentSince = System.nanoTime();
    onFinished.accept(ledger);
  }

  private void keepTrace(String exercise, ChildJvm child) {
    traces.ifPresent(keeper -> keeper.keep(exercise, child.trace(exercise)));
  }

  /// The pipes may be slower than the events.
  private static void awaitOutput(ExerciseLedger ledger, ChildJvm child)
      throws InterruptedException {
    if (ledger.finished()) {
      String end = OutputMark.end(ledger.exercise().id());
      child.out().awaitMark(end, PRINT_MILLIS);
      child.err().awaitMark(end, PRINT_MILLIS);
    }
  }

  /// What the learner's code printed, cut in the middle if it was much.
  String output() {
    return output.toString();
  }

  /// The processes that were running when their JVM was gone, and were killed.
  List<String> leftRunning() {
    return leftRunning;
  }
}
