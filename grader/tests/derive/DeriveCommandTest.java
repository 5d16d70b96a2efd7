package derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeriveCommandTest {
  private static final String SOLUTION =
      """
      package basics;

      import course.Exercise;

      class Sum {
        @Exercise("1.1")
        int of() {
          return 1;
        }
      }
      """;
  private static final String LESSON =
      """
      package basics;

      import course.Exercise;
      import course.ExerciseNotDone;

      class Sum {
        @Exercise("1.1")
        int of() {
          throw new ExerciseNotDone("1.1");
        }
      }
      """;

  @TempDir private Path root = Path.of("");
  private final StringWriter output = new StringWriter();

  @BeforeEach
  void makeCourse() throws IOException {
    Files.createDirectories(root.resolve("shared-contract"));
    write("lessons/01-basics/README.md", "# Lesson 1\n");
    write("solutions/01-basics/basics/Sum.java", SOLUTION);
    write("solutions/01-basics/checks/SumCheck.java", "class SumCheck {}\n");
    write("solutions/01-basics/plugins/sum/plugin.yaml", "name: sum\n");
    write("solutions/01-basics/basics/page.html", "<p>Exercise (see page.js)\n");
    write("solutions/01-basics/basics/page.js", "'use strict';\n");
    write("solutions/01-basics/notes", "for authors\n");
    write("solutions/01-basics/tests/basics/SumTest.java", "class SumTest {}\n");
    write("solutions/01-basics/wrong-answers/1.1/two.java", "not Java\n");
    write("lessons/01-basics/README.md", "# Lesson 1\n");
  }

  @Test
  void writesLessonAndLeavesAuthorsFilesOut() {
    assertThat(derive()).isZero();

    assertThat(read("lessons/01-basics/basics/Sum.java")).isEqualTo(LESSON);
    assertThat(read("lessons/01-basics/checks/SumCheck.java")).isEqualTo("class SumCheck {}\n");
    assertThat(read("lessons/01-basics/plugins/sum/plugin.yaml")).isEqualTo("name: sum\n");
    assertThat(read("lessons/01-basics/basics/page.html")).startsWith("<p>Exercise (");
    assertThat(read("lessons/01-basics/basics/page.js")).isEqualTo("'use strict';\n");
    assertThat(root.resolve("lessons/01-basics")).isDirectoryNotContaining("glob:**/{n,t,w}*");
    assertThat(root.resolve("lessons/01-basics/README.md")).exists();
    assertThat(derive("--verify")).isZero();
  }

  @Test
  void verifyNamesEachFileAndWritesNothing() throws IOException {
    derive();
    write("lessons/01-basics/basics/Sum.java", LESSON.replace("int of()", "long of()"));
    write("lessons/01-basics/basics/More.java", "class More {}\n");
    Files.delete(root.resolve("lessons/01-basics/checks/SumCheck.java"));

    assertThat(derive("--verify")).isOne();

    assertThat(output.toString())
        .contains("lessons/01-basics/basics/Sum.java differs from line 8")
        .contains("lessons/01-basics/basics/More.java has no counterpart in the solution")
        .contains("lessons/01-basics/checks/SumCheck.java is missing");
    assertThat(root.resolve("lessons/01-basics/checks/SumCheck.java")).doesNotExist();
  }

  @Test
  void refusesToLoseUncommittedWorkUnlessForced() throws IOException {
    derive();
    commitAll();
    String work = LESSON.replace("throw new ExerciseNotDone(\"1.1\")", "return 1");
    write("lessons/01-basics/basics/Sum.java", work);
    write("lessons/01-basics/basics/Mine.java", "class Mine {}\n");

    assertThat(derive()).isOne();
    assertThat(output.toString())
        .contains("Nothing written", "  lessons/01-basics/basics/Sum.java", "basics/Mine.java");
    assertThat(read("lessons/01-basics/basics/Sum.java")).isEqualTo(work);

    assertThat(derive("--force")).isZero();
    assertThat(read("lessons/01-basics/basics/Sum.java")).isEqualTo(LESSON);
    assertThat(root.resolve("lessons/01-basics/basics/Mine.java")).doesNotExist();
  }

  @Test
  void writesOverWhatGitHolds() throws IOException {
    derive();
    write("lessons/01-basics/basics/Sum.java", "class Old {}\n");
    commitAll();
    Files.delete(root.resolve(".course/derived"));

    assertThat(derive()).isZero();
    assertThat(read("lessons/01-basics/basics/Sum.java")).isEqualTo(LESSON);
  }

  @Test
  void derivesAgainWithoutCommitInBetween() throws IOException {
    derive();
    write("solutions/01-basics/basics/Sum.java", SOLUTION.replace("int of()", "long of()"));

    assertThat(derive()).isZero();
    assertThat(read("lessons/01-basics/basics/Sum.java")).contains("long of()");
  }

  @Test
  void reportsWrongMarkWithItsPlace() throws IOException {
    write("solutions/01-basics/basics/Sum.java", SOLUTION.replace("1.1", "3.1"));

    assertThat(derive()).isOne();
    assertThat(output.toString())
        .contains("solutions/01-basics/basics/Sum.java:6: exercise 3.1 stands in the folder of")
        .doesNotContain("at derive.");
  }

  private int derive(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--root", root.toString()));
    arguments.addAll(List.of(options));
    PrintWriter writer = new PrintWriter(output, true);
    return new CommandLine(new DeriveCommand())
        .setOut(writer)
        .setErr(writer)
        .execute(arguments.toArray(String[]::new));
  }

  private void commitAll() throws IOException {
    git("init", "-q");
    write(".gitignore", ".course\n");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all");
  }

  private void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
    assertThat(git.onExit().join().exitValue()).as("%s", command).isZero();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
