package check;

import java.time.Duration;
import java.util.List;

/// What came out for a lesson.
///
/// @param results one an exercise, by id
/// @param notes what else the learner should know, one line each
/// @param output what the learner's code printed, cut in the middle if it was much
/// @param time from the order to the end, compilation included
public record LessonReport(
    CheckRequest request,
    List<CheckResult> results,
    List<String> notes,
    String output,
    Duration time) {
  public LessonReport {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /// Whether every exercise passed, and there was one.
  public boolean passed() {
    return !results.isEmpty() && results.stream().allMatch(CheckResult::passed);
  }
}
