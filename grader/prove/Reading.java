package prove;

import check.CheckOutcome;
import check.CheckResult;
import check.Evidence;
import check.Fact;
import check.LessonReport;
import check.child.Event;
import check.child.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a grader's report with the proof's questions.
final class Reading {
  private static final int FACT_LENGTH = 200;

  private Reading() {}

  /// Says in one line how an exercise ended, with the grader's own evidence.
  static String describe(CheckResult result) {
    Evidence why = result.why();
    StringBuilder text = new StringBuilder(result.exercise().id() + " " + result.status());
    if (!why.sentence().isEmpty()) {
      text.append(": ").append(why.sentence());
    }
    for (Fact fact : why.facts()) {
      text.append("; ").append(fact.label()).append(": ").append(shortened(fact.value()));
    }
    return text.toString();
  }

  /// A command line may have a class path of thousands of characters.
  private static String shortened(String value) {
    return value.length() <= FACT_LENGTH ? value : value.substring(0, FACT_LENGTH) + "…";
  }

  static Optional<CheckResult> result(LessonReport report, String exercise) {
    return report.results().stream()
        .filter(result -> result.exercise().id().equals(exercise))
        .findFirst();
  }

  static List<String> leaks(LessonReport report) {
    return report.notes().stream().filter(note -> note.contains("leaked process")).toList();
  }

  /// Says why an unfinished exercise does not fail the way it should, or returns nothing.
  static Optional<String> notProperlyRed(CheckResult result) {
    return switch (result) {
      case CheckResult.Passed passed -> Optional.of(passed.exercise().id() + " passes undone");
      case CheckResult.NotDone notDone -> leftovers(notDone);
      case CheckResult.Failed failed ->
          leftovers(failed).or(() -> noChecks(failed)).or(() -> firstOtherException(failed));
      case CheckResult.DidNotCompile _, CheckResult.TimedOut _, CheckResult.Crashed _ ->
          Optional.of(describe(result));
    };
  }

  private static Optional<String> leftovers(CheckResult result) {
    return result.why().facts().stream().anyMatch(fact -> fact.label().equals("left running"))
        ? Optional.of(describe(result))
        : Optional.empty();
  }

  private static Optional<String> noChecks(CheckResult result) {
    return result.tally().checks().isEmpty() ? Optional.of(describe(result)) : Optional.empty();
  }

  private static Optional<String> firstOtherException(CheckResult result) {
    List<String> others = new ArrayList<>();
    for (CheckOutcome check : result.tally().checks()) {
      if (check.status() == Event.Status.FAILED) {
        check
            .problem()
            .filter(problem -> !isAssertion(problem))
            .map(problem -> problem.type() + ": " + problem.message())
            .map(text -> "%s %s: %s".formatted(result.exercise().id(), check.name(), text))
            .ifPresent(others::add);
      }
    }
    return others.stream().findFirst();
  }

  private static boolean isAssertion(Problem problem) {
    String type = problem.type();
    return type.endsWith("AssertionError")
        || type.endsWith("AssertionFailedError")
        || type.endsWith("MultipleFailuresError")
        || type.endsWith(".ConditionTimeoutException"); // Awaitility: what was awaited is not so
  }
}
