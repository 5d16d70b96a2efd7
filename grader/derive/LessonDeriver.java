package derive;

import check.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes all files of a lesson from its solution's folder: Java, and as they stand YAML and the
/// files of web pages.
///
/// What only authors need stays behind: the framework's tests, hints and wrong answers.
public final class LessonDeriver {
  private static final Set<String> LEFT_OUT = Set.of("tests", "hints", "wrong-answers", "target");
  private static final Set<String> TAKEN = Set.of("java", "yaml", "html", "css", "js", "svg");

  private final Lesson lesson;
  private final Deriver deriver;

  /// @param lesson whose solution is read, anew at each call
  public LessonDeriver(Lesson lesson) {
    this.lesson = lesson;
    this.deriver = new Deriver(lesson.number());
  }

  /// Returns the lesson's files: path within the lesson's folder, and text.
  ///
  /// @param done the ids of exercises whose answers stay
  /// @throws SourceException if a file or a mark is wrong
  public SortedMap<Path, String> derive(Set<String> done) {
    SortedMap<Path, String> derived = new TreeMap<>();
    solutionFiles()
        .forEach(
            (path, text) ->
                derived.put(path, isJava(path) ? deriver.derive(text, shown(path), done) : text));
    return derived;
  }

  /// Returns the exercises that the solution marks.
  ///
  /// @throws SourceException if a file or a mark is wrong
  public NavigableSet<ExerciseId> exercises() {
    NavigableSet<ExerciseId> ids = new TreeSet<>();
    solutionFiles()
        .forEach(
            (path, text) -> {
              if (isJava(path)) {
                deriver.exercises(text, shown(path)).stream()
                    .map(ExerciseId::parse)
                    .forEach(ids::add);
              }
            });
    return ids;
  }

  /// Only Java has marks, whatever other files say of exercises.
  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  /// Returns the solution's files that a lesson has, too, as they stand.
  public SortedMap<Path, String> solutionFiles() {
    return files(lesson.solution());
  }

  /// Returns the files below a lesson's or a solution's folder that a lesson is made of; none if it
  /// does not exist.
  static SortedMap<Path, String> files(Path folder) {
    SortedMap<Path, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try {
      Files.walkFileTree(folder, new Reader(folder, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private Path shown(Path path) {
    return lesson.root().relativize(lesson.solution().resolve(path));
  }

  /// Reads the files of a tree.
  private static final class Reader extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final SortedMap<Path, String> files;

    Reader(Path folder, SortedMap<Path, String> files) {
      this.folder = folder;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = directory.getFileName().toString();
      boolean hidden = LEFT_OUT.contains(name) || name.startsWith(".");
      return hidden && !directory.equals(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      if (TAKEN.contains(name.substring(name.lastIndexOf('.') + 1))) {
        files.put(folder.relativize(file), Files.readString(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
