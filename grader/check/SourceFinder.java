package check;

import check.child.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the source line that a learner should look at, from the frames of a stack trace.
///
/// @param request tells the folders
record SourceFinder(CheckRequest request) {
  /// The innermost frame that lies in the learner's folder, or else in the checks.
  Optional<Place> place(List<Frame> frames) {
    return frames.stream()
        .filter(frame -> Files.isRegularFile(request.folder().resolve(file(frame))))
        .map(this::place)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> frames.stream().map(this::place).flatMap(Optional::stream).findFirst());
  }

  private Optional<Place> place(Frame frame) {
    return frame.line() < 1 ? Optional.empty() : place(file(frame), frame.line());
  }

  private static String file(Frame frame) {
    int dot = frame.type().lastIndexOf('.');
    String folder = dot < 0 ? "" : frame.type().substring(0, dot).replace('.', '/') + "/";
    return folder + frame.file();
  }

  /// The place of a file that is named relative to the lesson's folder, or by its name only.
  Optional<Place> place(String file, int line) {
    Path own = request.folder().resolve(file);
    if (Files.isRegularFile(own)) {
      return Optional.of(new Place(request.show(own), line));
    }
    Path check = request.lesson().checks().resolve(file);
    if (Files.isRegularFile(check)) {
      return Optional.of(new Place(shown(check), line));
    }
    return Optional.empty();
  }

  /// A file as messages show it; for a check the learner's copy if that is the same.
  String shown(Path file) {
    Path copy = request.folder().resolve("checks").resolve(file.getFileName());
    boolean copied =
        file.startsWith(request.lesson().checks()) && ProtectedChecks.isSame(file, copy);
    return request.show(copied ? copy : file);
  }

  /// The file with this name in one of the lesson's packages.
  Optional<Place> anywhere(String name, int line) {
    return SourceText.javaFilesBelow(request.folder()).stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .findFirst()
        .map(file -> new Place(request.show(file), line));
  }

  /// The first line that throws or reports `ExerciseNotDone` for an exercise.
  Optional<Place> hole(String exercise) {
    return firstLine(line -> isHole(line, exercise));
  }

  /// Whether each of the exercise's bodies still says that it is not done, be it that something
  /// simpler stands in for the answer.
  boolean untouched(String exercise) {
    long marks = count(line -> ExerciseMarks.marks(line, exercise));
    return marks > 0 && count(line -> isHole(line, exercise)) >= marks;
  }

  private static boolean isHole(String line, String exercise) {
    return line.contains("ExerciseNotDone(\"" + exercise + "\")")
        || line.contains("ExerciseNotDone.report(\"" + exercise + "\")");
  }

  private long count(Predicate<String> wanted) {
    return SourceText.javaFilesBelow(request.folder()).stream()
        .flatMap(file -> SourceText.read(file).lines())
        .filter(wanted)
        .count();
  }

  /// The first line that carries the mark of an exercise.
  Optional<Place> marked(String exercise) {
    return firstLine(line -> ExerciseMarks.marks(line, exercise));
  }

  private Optional<Place> firstLine(Predicate<String> wanted) {
    for (Path file : SourceText.javaFilesBelow(request.folder())) {
      List<String> lines = SourceText.read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (wanted.test(lines.get(i))) {
          return Optional.of(new Place(request.show(file), i + 1));
        }
      }
    }
    return Optional.empty();
  }
}
