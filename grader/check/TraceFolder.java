package check;

import java.nio.file.Path;

/// Where the last traces lie: `lesson-2.jsonl` of a lesson's pair, `check-2.3.jsonl` of an
/// exercise's checks on the learner's folder, `solution-2.3.jsonl` of the same on the finished one.
///
/// @param buildFolder such as `.course`
record TraceFolder(Path buildFolder) {
  /// How a trace's file name ends.
  static final String ENDING = ".jsonl";

  Path path() {
    return buildFolder.resolve("traces");
  }

  Path lesson(String number) {
    return path().resolve("lesson-" + number + ENDING);
  }

  Path check(String exercise, boolean solution) {
    return path().resolve((solution ? "solution-" : "check-") + exercise + ENDING);
  }
}
