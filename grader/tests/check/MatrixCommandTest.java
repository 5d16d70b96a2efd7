package check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The ability matrix is drawn from the table of the guide and the results of the checks.
class MatrixCommandTest {
  private static final Path GUIDE = Path.of("../GUIDE.md");

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void writeCourse() throws IOException {
    SyntheticCourse.in(root);
    Files.writeString(
        root.resolve("GUIDE.md"),
        """
        | ability | practice: exercises | theory |
        |---|---|---|
        | counting | 1.1 to 1.2 | why |
        | naming | 1.3 | how |

        | other | 1.1 | 1.2 |
        """);
  }

  @Test
  void practiceIsWhatHasPassed() {
    run(new CheckCommand(), "1.1");

    assertThat(run(new MatrixCommand(), "--theory", "1,0.5"))
        .contains("counting             1 of 2 passed")
        .contains("naming               0 of 1 passed")
        .contains("  counting: [0.50, 0.95]\n  naming: [0.05, 0.50]\n");
  }

  @Test
  void withoutACheckAllIsOpen() {
    assertThat(run(new MatrixCommand()))
        .contains("counting             0 of 2 passed", "  counting: [0.05, 0.05]\n")
        .contains("you did not say");
  }

  @Test
  void anotherNumberOfTheoriesIsRefused() {
    assertThat(run(new MatrixCommand(), "--theory", "1")).contains("2 numbers", "counting, naming");
    assertThat(run(new MatrixCommand(), "--theory", "1,2")).contains("from 0 to 1");
  }

  @Test
  void aGuideWithoutTheTableIsNamed() throws IOException {
    Files.writeString(root.resolve("GUIDE.md"), "# Nothing\n");

    assertThat(run(new MatrixCommand())).contains("has no table");
  }

  @Test
  void theGuidesTableHasEachExerciseOnce() {
    List<String> ids =
        Ability.read(GUIDE).stream().flatMap(ability -> ability.exercises().stream()).toList();
    List<String> all =
        CourseRoot.find(Path.of("..")).lessons().stream()
            .flatMap(lesson -> CheckCatalog.read(lesson.checks()).stream())
            .map(ExerciseChecks::id)
            .toList();

    assertThat(ids).doesNotHaveDuplicates().hasSameElementsAs(new TreeSet<>(all));
  }

  @Test
  void aMissingGuideIsNamed() {
    assertThatThrownBy(() -> Ability.read(root.resolve("none.md")))
        .isInstanceOf(CourseException.class)
        .hasMessageContaining("is missing");
  }

  private String run(Object command, String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    String[] all = new String[arguments.length + 2];
    all[0] = "--root";
    all[1] = root.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    line.execute(all);
    return text.toString();
  }
}
