package check;

import java.nio.file.Path;
import java.util.Set;

/// What to check.
///
/// @param lesson whose checks to run
/// @param folder the folder to check: the learner's, the solution, or any variant of them. Its
///   `//SOURCES` are followed, so a variant lies two levels deep in a folder that also holds
///   `shared-contract` and `solutions`
/// @param exercises ids of the wanted exercises; empty for all
public record CheckRequest(Lesson lesson, Path folder, Set<String> exercises) {
  public CheckRequest {
    folder = folder.toAbsolutePath().normalize();
    exercises = Set.copyOf(exercises);
  }

  /// All exercises of a lesson, in the learner's folder.
  public static CheckRequest ofLesson(Lesson lesson) {
    return new CheckRequest(lesson, lesson.folder(), Set.of());
  }

  /// All exercises of a lesson, in the finished folder.
  public static CheckRequest ofSolution(Lesson lesson) {
    return new CheckRequest(lesson, lesson.solution(), Set.of());
  }

  /// This request for another folder.
  public CheckRequest withFolder(Path newFolder) {
    return new CheckRequest(lesson, newFolder, exercises);
  }

  /// This request for some exercises only.
  public CheckRequest withExercises(Set<String> ids) {
    return new CheckRequest(lesson, folder, ids);
  }

  /// The folder that paths in messages are relative to.
  Path base() {
    Path parent = folder.getParent();
    Path grandparent = parent == null ? null : parent.getParent();
    return grandparent == null ? folder : grandparent;
  }

  /// A path as messages show it.
  String show(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(base()) ? base().relativize(absolute) : absolute;
    Path root = lesson.root();
    if (!absolute.startsWith(base()) && absolute.startsWith(root)) {
      shown = root.relativize(absolute);
    }
    return shown.toString().replace('\\', '/');
  }
}
