package prove;

import check.CheckRequest;
import check.LessonReport;

/// Runs a lesson's checks on a folder; [check.Grader] is the one that does it.
@FunctionalInterface
public interface Checker {
  /// Checks a folder. Safe for use by several threads.
  LessonReport check(CheckRequest request) throws InterruptedException;
}
