package check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the grader keeps of what the checks' hosts record. The learner's code of this course stands
/// for a host: it writes into the file that the framework would write into.
@Timeout(60)
class CheckTracesTest {
  private static final String RECORDS =
      """
      java.nio.file.Path file = java.nio.file.Path.of(System.getProperty("course.trace"));
          java.nio.file.Files.createDirectories(file.getParent());
          java.nio.file.Files.writeString(file, System.getProperty("course.trace.chapter") + ";",
              java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
          return 2;""";

  @TempDir private static Path build;

  @TempDir private Path root;
  private SyntheticCourse course;

  @BeforeEach
  void writeCourse() {
    course = SyntheticCourse.in(root);
  }

  private CheckTraces check(boolean solution) throws InterruptedException {
    CheckTraces traces = new CheckTraces(root.resolve(".course"), solution);
    Grader grader = new Grader(build, Limits.standard(), Optional.of(traces));
    CheckRequest request =
        solution
            ? CheckRequest.ofSolution(course.lesson())
            : CheckRequest.ofLesson(course.lesson());
    assertThat(grader.check(request).results()).hasSize(3);
    return traces;
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".course/traces"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void keepsOneFileAnExerciseThatRecords() throws Exception {
    course.learnerWrites("Two", RECORDS);

    CheckTraces traces = check(false);

    assertThat(traces.has("1.2")).isTrue();
    assertThat(traces.has("1.1")).as("recorded nothing").isFalse();
    assertThat(kept()).containsExactly("check-1.2.jsonl");
    assertThat(root.resolve(".course/traces/check-1.2.jsonl"))
        .content()
        .contains("gives 2;", "gives a number below ten;");
  }

  @Test
  void replacesTheOlderOne() throws Exception {
    Path file = root.resolve(".course/traces/check-1.2.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "older");
    course.learnerWrites("Two", RECORDS);

    check(false);

    assertThat(file).content().doesNotContain("older").contains("gives 2;");
    assertThat(kept()).containsExactly("check-1.2.jsonl");
  }

  @Test
  void keepsTheOlderOneIfNothingIsRecorded() throws Exception {
    Path file = root.resolve(".course/traces/check-1.2.jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "older");

    CheckTraces traces = check(false);

    assertThat(file).hasContent("older");
    assertThat(traces.has("1.2")).isFalse();
  }

  @Test
  void keepsThatOfACheckThatNeverEnds() throws Exception {
    course.learnerWrites("Two", RECORDS.replace("return 2;", "System.exit(3); return 2;"));

    assertThat(check(false).has("1.2")).isTrue();
  }

  @Test
  void theSolutionsHasANameOfItsOwn() throws Exception {
    course.write("solutions/01-demo/demo/Two.java", SyntheticCourse.answer("Two", RECORDS));

    check(true);

    assertThat(kept()).containsExactly("solution-1.2.jsonl");
  }

  @Test
  void recordsNothingUnlessAsked() throws Exception {
    course.learnerWrites("Two", RECORDS);

    LessonReport report =
        new Grader(build, Limits.standard()).check(CheckRequest.ofLesson(course.lesson()));

    assertThat(report.results().get(1)).isInstanceOf(CheckResult.Failed.class);
    assertThat(root.resolve(".course/traces")).doesNotExist();
  }
}
