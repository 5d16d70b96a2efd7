package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A course of one small lesson with three exercises, in a folder of its own: a class `demo.One`,
/// `demo.Two`, `demo.Three` each, whose method `answer()` has to give 1, 2 and 3.
///
/// @param root the course's folder
record SyntheticCourse(Path root) {
  private static final String NAME = "01-demo";
  private static final Path REAL_CONTRACT = realContract();

  /// Writes the course: a finished solution, and a lesson that is finished as well.
  static SyntheticCourse in(Path root) {
    SyntheticCourse course = new SyntheticCourse(root);
    course.write(
        "shared-contract/Dependencies.java",
        "//SOURCES course/*.java\ninterface Dependencies {}\n");
    for (Path file : SourceText.javaFilesIn(REAL_CONTRACT.resolve("course"))) {
      course.write("shared-contract/course/" + file.getFileName(), SourceText.read(file));
    }
    course.write("lessons/" + NAME + "/README.md", "# Lesson 1\n");
    for (String side : List.of("solutions/", "lessons/")) {
      course.writeSide(side + NAME + "/");
    }
    return course;
  }

  /// From the repository's root, or from the grader's folder, where Maven runs tests.
  private static Path realContract() {
    Path here = Path.of("shared-contract").toAbsolutePath();
    return Files.isDirectory(here) ? here : Path.of("../shared-contract").toAbsolutePath();
  }

  private void writeSide(String side) {
    write(
        side + "Host.java",
        """
        //JAVA 25+
        //SOURCES ../../shared-contract/Dependencies.java
        //SOURCES demo/*.java

        void main() {}
        """);
    List<String> names = List.of("One", "Two", "Three");
    for (int i = 0; i < names.size(); i++) {
      write(
          side + "demo/" + names.get(i) + ".java", answer(names.get(i), "return " + (i + 1) + ";"));
      write(side + "checks/" + names.get(i) + "Check.java", check(names.get(i), i + 1));
    }
  }

  /// A class of the lesson with a body for its method; the body stands in line 8.
  static String answer(String name, String body) {
    return """
    package demo;

    import course.Exercise;
    import course.ExerciseNotDone;

    public final class %s {
      @Exercise("%s") public static int answer() throws Exception {
        %s
      }
    }
    """
        .formatted(name, id(name), body);
  }

  private static String id(String name) {
    return "1." + (List.of("One", "Two", "Three").indexOf(name) + 1);
  }

  private static String check(String name, int value) {
    return """
    import static org.assertj.core.api.Assertions.assertThat;

    import org.junit.jupiter.api.DisplayName;
    import org.junit.jupiter.api.Tag;
    import org.junit.jupiter.api.Test;

    @Tag("1.%2$d")
    @DisplayName("1.%2$d The answer of %1$s")
    class %1$sCheck {
      @Test
      @DisplayName("1.%2$d gives %2$d")
      void givesItsNumber() throws Exception {
        assertThat(demo.%1$s.answer()).as("the number of %1$s").isEqualTo(%2$d);
      }

      @Test
      @DisplayName("1.%2$d gives a number below ten")
      void givesSmallNumber() throws Exception {
        assertThat(demo.%1$s.answer()).isLessThan(10);
      }
    }
    """
        .formatted(name, value);
  }

  /// Puts a body into the learner's copy of a class.
  SyntheticCourse learnerWrites(String name, String body) {
    return write("lessons/" + NAME + "/demo/" + name + ".java", answer(name, body));
  }

  SyntheticCourse write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  SyntheticCourse write(String file, byte[] bytes) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SyntheticCourse delete(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Lesson lesson() {
    return new CourseRoot(root).lesson(1);
  }

  /// The live processes whose command line contains a text, this one aside.
  static List<String> processesWith(String text) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(check.child.Leftovers::lives)
          .map(check.child.Leftovers::describe)
          .filter(command -> command.contains(text))
          .toList();
    }
  }
}
