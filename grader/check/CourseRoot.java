package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that holds the course.
///
/// @param path absolute and normal
public record CourseRoot(Path path) {
  private static final Pattern LESSON_NAME = Pattern.compile("(\\d\\d)-[a-z][a-z0-9-]*");

  public CourseRoot {
    path = path.toAbsolutePath().normalize();
  }

  /// The nearest folder, from `start` upwards, that has `solutions/` and `shared-contract/`.
  ///
  /// @throws CourseException if there is none
  public static CourseRoot find(Path start) {
    Path absolute = start.toAbsolutePath().normalize();
    for (Path folder = absolute; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("solutions"))
          && Files.isDirectory(folder.resolve("shared-contract"))) {
        return new CourseRoot(folder);
      }
    }
    throw new CourseException(
        absolute
            + " is not inside the course: no folder above it has solutions/ and"
            + " shared-contract/. Change to the course's folder, or pass --root.");
  }

  /// The lessons, by number: what has checks and a learner's page. A layer that has no page yet is
  /// none.
  public List<Lesson> lessons() {
    Path solutions = path.resolve("solutions");
    if (!Files.isDirectory(solutions)) {
      throw new CourseException(solutions + " does not exist; is --root the course's folder?");
    }
    try (Stream<Path> folders = Files.list(solutions)) {
      return folders
          .map(this::lesson)
          .flatMap(Optional::stream)
          .filter(lesson -> Files.isDirectory(lesson.checks()))
          .filter(lesson -> Files.exists(lesson.readme()))
          .sorted(Comparator.comparingInt(Lesson::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Lesson> lesson(Path folder) {
    String name = folder.getFileName().toString();
    Matcher matcher = LESSON_NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(new Lesson(path, Integer.parseInt(matcher.group(1)), name))
        : Optional.empty();
  }

  /// The lesson with a number.
  ///
  /// @throws CourseException if there is none; the message names those that exist
  public Lesson lesson(int number) {
    List<Lesson> lessons = lessons();
    return lessons.stream()
        .filter(lesson -> lesson.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new CourseException(
                    "there is no lesson %d with checks; there %s"
                        .formatted(number, existing(lessons))));
  }

  private static String existing(List<Lesson> lessons) {
    List<String> numbers = lessons.stream().map(lesson -> "" + lesson.number()).toList();
    if (numbers.size() < 2) {
      return numbers.isEmpty() ? "is none" : "is lesson " + numbers.getFirst();
    }
    String first = String.join(", ", numbers.subList(0, numbers.size() - 1));
    return "are lessons " + first + " and " + numbers.getLast();
  }

  /// Where the grader keeps what it builds, finds and remembers; git ignores it.
  public Path buildFolder() {
    return path.resolve(".course");
  }
}
