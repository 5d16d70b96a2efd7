package check;

/// What came out for one exercise.
public sealed interface CheckResult {
  /// The exercise.
  ExerciseChecks exercise();

  /// Its checks, as far as they were run.
  Tally tally();

  /// The status as a learner reads it and as it stands in results.json: `passed`, `not done`,
  /// `failed`, `did not compile`, `timed out` or `crashed`.
  default String status() {
    return switch (this) {
      case Passed _ -> "passed";
      case NotDone _ -> "not done";
      case Failed _ -> "failed";
      case DidNotCompile _ -> "did not compile";
      case TimedOut _ -> "timed out";
      case Crashed _ -> "crashed";
    };
  }

  /// Whether all its checks passed.
  default boolean passed() {
    return this instanceof Passed;
  }

  /// All checks passed, and at least one was run.
  record Passed(ExerciseChecks exercise, Tally tally) implements CheckResult {}

  /// Every check that fails does so because a body is still to be written.
  ///
  /// @param hole the exercise that the body belongs to, mostly this one
  record NotDone(ExerciseChecks exercise, Tally tally, Evidence evidence, String hole)
      implements CheckResult {}

  /// A check says no, or a process was left running, or there was nothing to check.
  record Failed(ExerciseChecks exercise, Tally tally, Evidence evidence) implements CheckResult {}

  /// The learner's folder does not compile, so no check was run.
  ///
  /// @param own whether an error stands in a file of this exercise, or the errors cannot be
  ///   assigned to any; `false` for those that only share the folder or the file
  /// @param inFile whether an error stands in a file that the exercise has a part in
  record DidNotCompile(
      ExerciseChecks exercise, Tally tally, Evidence evidence, boolean own, boolean inFile)
      implements CheckResult {}

  /// A check, or the exercise as a whole, took longer than it may.
  record TimedOut(ExerciseChecks exercise, Tally tally, Evidence evidence) implements CheckResult {}

  /// The checks' JVM ended in the middle of this exercise.
  record Crashed(ExerciseChecks exercise, Tally tally, Evidence evidence) implements CheckResult {}

  /// The evidence, or `Evidence` with nothing in it for what passed.
  default Evidence why() {
    return switch (this) {
      case Passed _ -> Evidence.of("");
      case NotDone result -> result.evidence();
      case Failed result -> result.evidence();
      case DidNotCompile result -> result.evidence();
      case TimedOut result -> result.evidence();
      case Crashed result -> result.evidence();
    };
  }
}
