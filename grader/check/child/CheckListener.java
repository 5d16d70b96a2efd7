package check.child;

import check.child.Event.Kind;
import check.child.Event.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Turns what JUnit reports about one exercise's checks into events.
///
/// After the first check that ran out of time the rest of the exercise is cancelled: its thread may
/// still be running, and whatever came after would be slow and mean little.
final class CheckListener implements TestExecutionListener {
  private final EventWriter events;
  private final String exercise;
  private final CancellationToken cancellation;
  private final Map<String, Long> startNanos = new ConcurrentHashMap<>();
  private int checks;
  private volatile @Nullable TestPlan plan;
  private volatile boolean timedOut;

  CheckListener(EventWriter events, String exercise, CancellationToken cancellation) {
    this.events = events;
    this.exercise = exercise;
    this.cancellation = cancellation;
  }

  /// Whether a check ran out of time, so that this JVM should not run another exercise.
  boolean timedOut() {
    return timedOut;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    startNanos.put(test.getUniqueId(), System.nanoTime());
    if (test.isTest()) {
      String key = OutputMark.exercise(exercise) + ++checks;
      OutputMark.write(key);
      String name = name(test);
      CheckTrace.beginCheck(exercise, name);
      events.write(Event.of(Kind.CHECK_STARTED, exercise, name, method(test), key));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      return;
    }
    result
        .getThrowable()
        .ifPresentOrElse(
            thrown -> finished(test, status(result, thrown), Problem.of(thrown).values()),
            () -> finished(test, Status.PASSED, List.of()));
  }

  private Status status(TestExecutionResult result, Throwable thrown) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      return Status.SKIPPED;
    }
    if (Problem.isTimeout(thrown)) {
      timedOut = true;
      cancellation.cancel();
      return Status.TIMED_OUT;
    }
    return Problem.of(thrown).hole().isEmpty() ? Status.FAILED : Status.NOT_DONE;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    finished(test, Status.SKIPPED, List.of("skipped", reason, "", "", ""));
  }

  private void finished(TestIdentifier test, Status status, List<String> problem) {
    List<String> values = new ArrayList<>();
    values.add(exercise);
    values.add(name(test));
    values.add(method(test));
    values.add(status.name());
    values.add(Long.toString(millis(test)));
    values.addAll(problem);
    events.write(new Event(Kind.CHECK_FINISHED, values));
  }

  /// What is checked. The name of a parameter's value alone is none, such as `[]`: the sentence
  /// that all values share stands before it, if there is one.
  private String name(TestIdentifier test) {
    TestPlan running = plan;
    return Optional.ofNullable(running)
        .flatMap(known -> known.getParent(test))
        .filter(CheckListener::hasSentence)
        .map(all -> "%s (%s)".formatted(all.getDisplayName(), test.getDisplayName()))
        .orElse(test.getDisplayName());
  }

  /// A method's own name is no sentence: JUnit shows it where no other is given.
  private static boolean hasSentence(TestIdentifier method) {
    String name = method(method);
    return !name.isEmpty() && !method.getDisplayName().startsWith(name + "(");
  }

  private long millis(TestIdentifier test) {
    long now = System.nanoTime();
    return TimeUnit.NANOSECONDS.toMillis(now - startNanos.getOrDefault(test.getUniqueId(), now));
  }

  private static String method(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getMethodName())
        .orElse("");
  }
}
