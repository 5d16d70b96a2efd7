package check;

import check.child.Event.Status;
import check.child.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what came out for an exercise, from what its checks' JVM has reported.
///
/// @param explainer puts it into words
/// @param limits what the run was allowed
record Judge(Explainer explainer, Limits limits) {
  private static final int MOST_FACTS = 6;
  private static final int PRINTED = 3;

  CheckResult judge(ExerciseLedger ledger) {
    return ledger.diedWith().isPresent()
        ? died(ledger, ledger.diedWith().get())
        : finished(ledger, ledger.tally());
  }

  private CheckResult died(ExerciseLedger ledger, ChildEnd end) {
    boolean hung = end.deadline() || ledger.stuckAt().isPresent();
    Evidence evidence = hung ? stuck(ledger) : crash(ledger, end);
    boolean errorsShown = evidence.facts().stream().anyMatch(fact -> fact.label().equals("stderr"));
    evidence = withPrinted(evidence, ledger.printedLast(!errorsShown), hung);
    for (String left : end.leftRunning()) {
      evidence = evidence.withFact(new Fact("left running", left + " (killed)"));
    }
    return hung
        ? new CheckResult.TimedOut(ledger.exercise(), ledger.tally(), evidence)
        : new CheckResult.Crashed(ledger.exercise(), ledger.tally(), evidence);
  }

  private Evidence stuck(ExerciseLedger ledger) {
    List<Fact> facts = new ArrayList<>();
    addRunningCheck(ledger, facts);
    facts.add(new Fact("limit", limits.exercise().toMillis() / 1_000.0 + " s for the exercise"));
    Optional<Place> place = ledger.stuckAt().flatMap(explainer.finder()::place);
    return new Evidence("the checks did not come to an end", facts, place, "");
  }

  private static void addRunningCheck(ExerciseLedger ledger, List<Fact> facts) {
    if (!ledger.runningCheck().isEmpty()) {
      facts.add(new Fact("in check", ledger.runningCheck()));
    }
  }

  private Evidence crash(ExerciseLedger ledger, ChildEnd end) {
    List<Fact> facts = new ArrayList<>();
    addRunningCheck(ledger, facts);
    facts.add(new Fact("ended with", end.describe()));
    if (end.outOfMemory()) {
      facts.add(new Fact("limit", limits.heapMegabytes() + " MB of heap"));
    }
    if (ledger.exitCalledAt().isEmpty() && !end.outOfMemory()) {
      end.lastErrors().forEach(line -> facts.add(new Fact("stderr", line)));
    }
    Optional<Place> place = ledger.exitCalledAt().flatMap(explainer.finder()::place);
    return new Evidence(crashSentence(ledger.exitCalledAt(), end), facts, place, "");
  }

  private static String crashSentence(Optional<List<Frame>> exit, ChildEnd end) {
    if (exit.isPresent()) {
      return "System.exit was called while the checks were running";
    }
    return end.outOfMemory()
        ? "the checks' JVM ran out of memory"
        : "the checks' JVM ended before the checks did";
  }

  private CheckResult finished(ExerciseLedger ledger, Tally tally) {
    List<CheckOutcome> failing = tally.checks().stream().filter(CheckOutcome::failing).toList();
    if (failing.isEmpty()) {
      return nothingFailed(ledger, tally);
    }
    Optional<CheckOutcome> hung = firstWith(Status.TIMED_OUT, failing);
    Optional<CheckOutcome> failed = firstWith(Status.FAILED, failing);
    if (hung.isPresent()) {
      Evidence evidence = explainer.failure(hung.get(), limits);
      evidence =
          withPrinted(evidence, ledger.printed(hung.get(), /* errors= */ true), /* hung= */ true);
      evidence = withLeftovers(evidence, ledger);
      return new CheckResult.TimedOut(ledger.exercise(), tally, evidence);
    }
    if (failed.isPresent() && explainer.finder().untouched(ledger.exercise().id())) {
      return untouched(ledger, tally, failed.get());
    }
    if (failed.isPresent()) {
      Evidence evidence = explainer.failure(failed.get(), limits);
      evidence =
          withPrinted(
              evidence, ledger.printed(failed.get(), /* errors= */ true), /* hung= */ false);
      evidence = withLeftovers(evidence, ledger);
      return new CheckResult.Failed(ledger.exercise(), tally, evidence);
    }
    return notDone(ledger, tally, failing.getFirst());
  }

  private CheckResult notDone(ExerciseLedger ledger, Tally tally, CheckOutcome first) {
    Evidence evidence = explainer.notDone(ledger.exercise(), first);
    // Standard error mostly repeats there that the exercise is not done.
    evidence = withPrinted(evidence, ledger.printed(first, /* errors= */ false), /* hung= */ false);
    evidence = withLeftovers(evidence, ledger);
    String hole = first.problem().orElseThrow().hole();
    return new CheckResult.NotDone(ledger.exercise(), tally, evidence, hole);
  }

  /// Something simpler stands in for the answer, so the checks fail and do not meet a hole.
  private CheckResult untouched(ExerciseLedger ledger, Tally tally, CheckOutcome first) {
    String exercise = ledger.exercise().id();
    Evidence evidence =
        new Evidence(
            "exercise " + exercise + " is not done yet",
            List.of(new Fact("first check", explainer.failure(first, limits).sentence())),
            explainer.finder().hole(exercise),
            "");
    return new CheckResult.NotDone(
        ledger.exercise(), tally, withLeftovers(evidence, ledger), exercise);
  }

  private static CheckResult nothingFailed(ExerciseLedger ledger, Tally tally) {
    if (tally.passed() == 0) {
      Evidence none =
          Evidence.of(
              "no check was run",
              new Fact("looked in", String.join(", ", ledger.exercise().classNames())),
              new Fact("skipped", Integer.toString(tally.total())));
      return new CheckResult.Failed(ledger.exercise(), tally, none);
    }
    if (ledger.leftovers().isEmpty()) {
      return new CheckResult.Passed(ledger.exercise(), tally);
    }
    Evidence leak = withLeftovers(Evidence.of("leaked process: all checks pass, but"), ledger);
    return new CheckResult.Failed(ledger.exercise(), tally, leak);
  }

  private static Evidence withPrinted(Evidence evidence, Printed printed, boolean hung) {
    int room = Math.clamp(MOST_FACTS - evidence.facts().size(), 1, PRINTED);
    Evidence full =
        hung && printed.isFlood()
            ? evidence.withFact(new Fact("likely", "the printing is why it takes so long"))
            : evidence;
    for (Fact fact : printed.facts(room)) {
      full = full.withFact(fact);
    }
    return full;
  }

  private static Evidence withLeftovers(Evidence evidence, ExerciseLedger ledger) {
    Evidence full = evidence;
    for (String left : ledger.leftovers()) {
      full = full.withFact(new Fact("left running", left));
    }
    return full;
  }

  private static Optional<CheckOutcome> firstWith(Status status, List<CheckOutcome> checks) {
    return checks.stream().filter(check -> check.status() == status).findFirst();
  }
}
