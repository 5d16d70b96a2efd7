package prove;

import check.CheckRequest;
import check.Lesson;
import check.LessonReport;
import derive.LessonDeriver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// Runs a lesson's checks on variants of its folder. Thread-safe.
final class LessonRuns {
  private final Lesson lesson;
  private final Checker checker;
  private final Workshop workshop;
  private final LessonDeriver deriver;
  private final OnDemand<LessonReport> stub = new OnDemand<>(() -> withDone(Set.of()));

  LessonRuns(Lesson lesson, Checker checker, Workshop workshop) {
    this.lesson = lesson;
    this.checker = checker;
    this.workshop = workshop;
    this.deriver = new LessonDeriver(lesson);
  }

  /// Returns the report on the lesson as a learner gets it. All who ask share one run.
  LessonReport stub() throws InterruptedException {
    return stub.get();
  }

  /// Runs all checks on a lesson in which some exercises are done.
  LessonReport withDone(Set<String> ids) throws InterruptedException {
    return run(deriver.derive(ids), Set.of());
  }

  LessonReport solution() throws InterruptedException {
    return run(deriver.solutionFiles(), Set.of());
  }

  /// Runs the checks of one exercise on files of which one is wrong.
  LessonReport withWrongAnswer(WrongAnswer answer, String exercise) throws InterruptedException {
    return run(answer.applyTo(deriver.solutionFiles()), Set.of(exercise));
  }

  private LessonReport run(Map<Path, String> files, Set<String> exercises)
      throws InterruptedException {
    Path folder = workshop.build(lesson, files);
    try {
      return checker.check(new CheckRequest(lesson, folder, exercises));
    } finally {
      workshop.remove(lesson, folder);
    }
  }
}
