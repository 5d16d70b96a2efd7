package check;

import java.nio.file.Path;

/// A lesson and its folders.
///
/// @param root the course's root folder, absolute
/// @param number the lesson's number, from 1
/// @param name the folder's name, such as `01-basics`
public record Lesson(Path root, int number, String name) {
  /// What the learner works in.
  public Path folder() {
    return root.resolve("lessons").resolve(name);
  }

  /// The learner's page, written by hand.
  public Path readme() {
    return folder().resolve("README.md");
  }

  /// The same, finished.
  public Path solution() {
    return root.resolve("solutions").resolve(name);
  }

  /// The original checks: the ones that count, whatever stands in the learner's folder.
  public Path checks() {
    return solution().resolve("checks");
  }

  /// The exercises' hints, one Markdown file an exercise.
  public Path hints() {
    return solution().resolve("hints");
  }
}
