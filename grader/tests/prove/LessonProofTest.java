package prove;

import static org.assertj.core.api.Assertions.assertThat;

import check.CheckRequest;
import check.CheckResult;
import check.LessonReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonProofTest {
  @TempDir private Path root = Path.of("");
  private final StringWriter output = new StringWriter();
  private FakeCourse course;

  @BeforeEach
  void makeCourse() {
    course = new FakeCourse(root);
  }

  @Test
  void provesGoodLesson() throws InterruptedException {
    assertThat(prove(course::check)).isTrue();

    assertThat(output.toString())
        .contains("V6", "V7", "V8", "V2", "V3", "V4", "V5", "3 of 3 wrong answers caught")
        .endsWith("13 passed, 0 failed\n")
        .doesNotContain("\u001b");
    assertThat(output.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void leavesNoVariantBehind() throws InterruptedException {
    List<Path> folders = new ArrayList<>();

    prove(
        request -> {
          synchronized (folders) {
            folders.add(request.folder());
          }
          return course.check(request);
        });

    assertThat(folders).isNotEmpty().allMatch(folder -> !folder.toFile().exists());
    assertThat(folders.getFirst().resolve("../..").normalize()).doesNotExist();
  }

  @Test
  void buildsVariantsInTreesLikeTheCourse() throws InterruptedException {
    prove(
        request -> {
          assertThat(request.folder()).endsWithRaw(Path.of("lessons/01-basics"));
          assertThat(request.folder().resolve("../../shared-contract/README.md")).exists();
          assertThat(request.folder().resolve("../../solutions/01-basics/basics")).exists();
          assertThat(request.folder().toString().length()).isLessThan(60);
          return course.check(request);
        });

    assertThat(output.toString()).contains(" 0 failed");
  }

  @Test
  void reportsLessonThatIsOutOfDateOrHasStrangeFiles() throws InterruptedException {
    course.write("lessons/01-basics/basics/Sum.java", FakeCourse.solution());
    course.write("lessons/01-basics/notes.txt", "");
    course.write(
        "solutions/01-basics/checks/SumCheck.java",
        "class SumCheck {\n  @Disabled\n  void a() {}\n}\n");
    course.write("solutions/01-basics/hints/1.9.md", "a");

    assertThat(prove(course::check)).isFalse();
    assertThat(output.toString())
        .contains("lessons/01-basics/basics/Sum.java differs from line 4")
        .contains("lessons/01-basics/notes.txt is not expected there")
        .contains("solutions/01-basics/checks/SumCheck.java has @Disabled")
        .contains("solutions/01-basics/hints/1.9.md belongs to no marked exercise");
  }

  @Test
  void reportsMissingParts() throws InterruptedException {
    course.write("solutions/01-basics/hints/1.1.md", "Call `f(1)`.\n---\n" + "word ".repeat(51));
    course.write("lessons/01-basics/README.md", "Do 1.1, and not 1.21.\n");

    assertThat(prove(course::check)).isFalse();
    assertThat(output.toString())
        .contains("hints/1.1.md has 2 hints, it needs 3")
        .contains("hint 2 has 51 words, not 1 to 50")
        .contains("the first hint holds code")
        .contains("lessons/01-basics/README.md does not name exercise 1.2");
  }

  @Test
  void reportsWrongAnswerThatPassesOrDoesNotCompile() throws InterruptedException {
    course.writeWrongAnswer("1.1", "a", "if (true) { return 1; } return 0;");
    course.writeWrongAnswer("1.2", "b", "SYNTAX.x();");

    assertThat(prove(course::check)).isFalse();
    assertThat(output.toString())
        .contains("2 of 3 wrong answers caught", "a (it is): 1.1 passed", "1.2 did not compile");
  }

  @Test
  void reportsExerciseWhoseChecksNeedAnother() throws InterruptedException {
    assertThat(prove(this::secondNeedsFirst)).isFalse();
    assertThat(output.toString()).contains("FAIL  V5     1.2", "1.2 not done");
  }

  /// Exercise 1.2's check sees the throw of 1.1 as its own.
  private LessonReport secondNeedsFirst(CheckRequest request) {
    LessonReport report = course.check(request);
    boolean firstOpen =
        report.results().stream()
            .anyMatch(each -> each.exercise().id().equals("1.1") && !each.passed());
    CheckRequest stub =
        new CheckRequest(request.lesson(), root.resolve("lessons/01-basics"), request.exercises());
    return firstOpen && request.exercises().isEmpty() ? mixed(report, course.check(stub)) : report;
  }

  private static LessonReport mixed(LessonReport first, LessonReport second) {
    return new LessonReport(
        first.request(), List.of(of("1.1", first), of("1.2", second)), List.of(), "", first.time());
  }

  private static CheckResult of(String id, LessonReport report) {
    return Reading.result(report, id).orElseThrow();
  }

  @Test
  void reportsLeakedProcesses() throws InterruptedException {
    course.leakFromNowOn();

    assertThat(prove(course::check)).isFalse();
    assertThat(output.toString()).contains("leaked process, killed: sleep 1000");
  }

  @Test
  void reportsStepThatBreaksAndGoesOn() throws InterruptedException {
    assertThat(
            prove(
                _ -> {
                  throw new IllegalStateException("no JVM");
                }))
        .isFalse();
    assertThat(output.toString()).contains("no JVM", "5 passed, 8 failed");
  }

  private boolean prove(Checker checker) throws InterruptedException {
    try (Workshop workshop = Workshop.open()) {
      ProofLog log = new ProofLog(new PrintWriter(output), new Colors(false), false);
      LessonRuns runs = new LessonRuns(course.firstLesson(), checker, workshop);
      new Proof(log, 2).run(new LessonProof(course.firstLesson(), runs, 1).steps());
      return log.finish();
    }
  }
}
