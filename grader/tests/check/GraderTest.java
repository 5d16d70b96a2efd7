package check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import check.CheckResult.Crashed;
import check.CheckResult.DidNotCompile;
import check.CheckResult.Failed;
import check.CheckResult.NotDone;
import check.CheckResult.Passed;
import check.CheckResult.TimedOut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the grader makes of each kind of learner's code: real compiler, real JVMs.
@Timeout(60)
class GraderTest {
  private static final Limits QUICK =
      Limits.standard()
          .withTimes(Duration.ofSeconds(2), Duration.ofSeconds(6))
          .withHeapMegabytes(64);

  @TempDir private static Path build;

  @TempDir private Path root;
  private SyntheticCourse course;

  @BeforeEach
  void writeCourse() {
    course = SyntheticCourse.in(root);
  }

  private LessonReport check() throws InterruptedException {
    return check(QUICK);
  }

  private LessonReport check(Limits limits) throws InterruptedException {
    return new Grader(build, limits).check(CheckRequest.ofLesson(course.lesson()));
  }

  private static CheckResult of(LessonReport report, String exercise) {
    return report.results().stream()
        .filter(result -> result.exercise().id().equals(exercise))
        .findFirst()
        .orElseThrow();
  }

  private CheckResult secondOf(LessonReport report) {
    assertThat(of(report, "1.1")).isInstanceOf(Passed.class);
    assertThat(of(report, "1.3")).isInstanceOf(Passed.class);
    return of(report, "1.2");
  }

  private static List<String> facts(CheckResult result) {
    return result.why().facts().stream().map(fact -> fact.label() + "=" + fact.value()).toList();
  }

  @Test
  void finishedLessonPasses() throws InterruptedException {
    LessonReport report = check();

    assertThat(report.passed()).isTrue();
    assertThat(report.notes()).isEmpty();
    assertThat(report.results())
        .extracting(result -> result.exercise().id())
        .containsExactly("1.1", "1.2", "1.3");
    assertThat(report.results().getFirst().tally().passed()).isEqualTo(2);
    assertThat(report.results().getFirst().exercise().title()).isEqualTo("The answer of One");
  }

  @Test
  void solutionIsCheckedTheSameWay() throws InterruptedException {
    course.learnerWrites("One", "return 0;");

    LessonReport report = new Grader(build, QUICK).check(CheckRequest.ofSolution(course.lesson()));

    assertThat(report.passed()).isTrue();
  }

  @Test
  void secondRunUsesWhatTheFirstCompiled() throws InterruptedException {
    check();
    long entries = build.resolve("cache").toFile().list().length;

    LessonReport report = check();

    assertThat(report.passed()).isTrue();
    assertThat(build.resolve("cache").toFile().list()).hasSize((int) entries);
  }

  @Test
  void onlyTheWantedExerciseIsRun() throws InterruptedException {
    CheckRequest request = CheckRequest.ofLesson(course.lesson()).withExercises(Set.of("1.2"));

    LessonReport report = new Grader(build, QUICK).check(request);

    assertThat(report.results()).singleElement().isInstanceOf(Passed.class);
  }

  @Test
  void unknownExerciseIsRefusedWithTheKnownOnes() {
    CheckRequest request = CheckRequest.ofLesson(course.lesson()).withExercises(Set.of("1.9"));

    assertThatThrownBy(() -> new Grader(build, QUICK).check(request))
        .isInstanceOf(CourseException.class)
        .hasMessageContainingAll("1.9", "1.1, 1.2, 1.3");
  }

  @Test
  void bodyStillToBeWrittenIsNotDone() throws InterruptedException {
    course.learnerWrites("Two", "throw new ExerciseNotDone(\"1.2\");");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(NotDone.class);
    assertThat(result.why().sentence()).isEqualTo("Two.answer is not done yet");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
    assertThat(facts(result)).isEmpty();
  }

  @Test
  void bodyForWhichSomethingSimplerStandsIsNotDone() throws InterruptedException {
    course.learnerWrites("Two", "ExerciseNotDone.report(\"1.2\"); return 7;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(NotDone.class);
    assertThat(result.why().sentence()).isEqualTo("exercise 1.2 is not done yet");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
    assertThat(facts(result)).containsExactly("first check=gives 2");
  }

  @Test
  void bodyOfAnotherExerciseIsNamed() throws InterruptedException {
    course.learnerWrites("Two", "throw new IllegalStateException(new ExerciseNotDone(\"1.1\"));");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(NotDone.class);
    assertThat(facts(result)).containsExactly("needs=exercise 1.1, which is not done yet");
  }

  @Test
  void unfinishedBodyInAnotherProcessIsKnownByItsText() throws InterruptedException {
    course.learnerWrites(
        "Two",
        "throw new IllegalStateException(\"UNIMPLEMENTED: exercise 1.2: not done yet, see x\");");

    assertThat(secondOf(check())).isInstanceOf(NotDone.class);
  }

  @Test
  void wrongAnswerShowsExpectedAndFound() throws InterruptedException {
    course.learnerWrites("Two", "return 7;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(result.why().sentence()).isEqualTo("gives 2");
    assertThat(facts(result))
        .containsExactly("because=the number of Two", "expected=2", "but was=7");
    assertThat(result.why().place())
        .contains(new Place("lessons/01-demo/checks/TwoCheck.java", 13));
    assertThat(result.tally().passed()).isEqualTo(1);
    assertThat(result.tally().total()).isEqualTo(2);
  }

  @Test
  void checkOfTheSolutionAndEditedCopyAreNamedByTheOriginal() throws InterruptedException {
    course.learnerWrites("Two", "return 7;").write("lessons/01-demo/checks/TwoCheck.java", "//\n");

    assertThat(secondOf(check()).why().place())
        .contains(new Place("solutions/01-demo/checks/TwoCheck.java", 13));
  }

  @Test
  void causeOfFailedCheckShowsTheLearnersLine() throws InterruptedException {
    course.learnerWrites("Two", "throw new AssertionError(\"no\", new Exception(\"cause\"));");

    assertThat(secondOf(check()).why().place())
        .contains(new Place("lessons/01-demo/demo/Two.java", 8));
  }

  @Test
  void printedLinesOfTheFailingCheckAreShown() throws InterruptedException {
    course.learnerWrites(
        "Two", "for (int i = 1; i < 5; i++) System.out.println(\"line \" + i); return 7;");
    course.learnerWrites("Three", "System.out.println(\"three\"); return 3;");

    LessonReport report = check();

    assertThat(facts(secondOf(report)))
        .endsWith("printed=line 2", "printed=line 3", "printed=line 4");
    assertThat(report.output())
        .startsWith("--- 1.2 ---\nline 1\n")
        .endsWith("line 4\n--- 1.3 ---\nthree\nthree\n");
  }

  @Test
  void printedErrorsAndNulsAreShown() throws InterruptedException {
    course.learnerWrites("Two", "System.err.println(\"a\\0b\\0\"); return 7;");

    assertThat(facts(secondOf(check()))).endsWith("printed=a\\u0000b\\u0000");
  }

  @Test
  void crashShowsWhatWasPrinted() throws InterruptedException {
    course.learnerWrites("Two", "System.out.println(\"here\"); System.exit(0); return 2;");

    assertThat(facts(secondOf(check()))).endsWith("printed=here");
  }

  @Test
  void endlessPrintingIsToldAsTheLikelyReason() throws InterruptedException {
    course.learnerWrites("Two", "while (true) System.out.println(\"again\");");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(TimedOut.class);
    assertThat(facts(result))
        .contains("likely=the printing is why it takes so long", "printed=again")
        .anyMatch(fact -> fact.matches("printed=[\\d,]+ lines and more; printing takes the time"));
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
  }

  @Test
  void exceptionShowsTheLearnersLine() throws InterruptedException {
    course.learnerWrites("Two", "return Integer.parseInt(\"two\");");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(facts(result))
        .containsExactly("threw=NumberFormatException: For input string: \"two\"");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
  }

  @Test
  void endlessLoopTimesOutAndTheOthersAreRun() throws InterruptedException {
    course.learnerWrites("Two", "while (true) {}");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(TimedOut.class);
    assertThat(result.why().sentence()).isEqualTo("gives 2");
    assertThat(facts(result)).containsExactly("limit=2.0 s for one check");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
  }

  @Test
  void checkThatSwallowsInterruptsTimesOut() throws InterruptedException {
    course.learnerWrites(
        "Two", "while (true) { try { Thread.sleep(50); } catch (InterruptedException e) {} }");

    assertThat(secondOf(check())).isInstanceOf(TimedOut.class);
  }

  @Test
  void checkOfOneValueOfManyIsNamedWithWhatAllShare() throws InterruptedException {
    course.write(
        "solutions/01-demo/checks/TwoCheck.java",
        """
        import static org.assertj.core.api.Assertions.assertThat;

        import org.junit.jupiter.api.DisplayName;
        import org.junit.jupiter.api.Tag;
        import org.junit.jupiter.params.ParameterizedTest;
        import org.junit.jupiter.params.provider.ValueSource;

        @Tag("1.2")
        class TwoCheck {
          @ParameterizedTest(name = "[{0}]", quoteTextArguments = false)
          @ValueSource(strings = "")
          @DisplayName("gives two")
          void gives(String value) throws Exception {
            assertThat(demo.Two.answer()).isEqualTo(2);
          }
        }
        """);
    course.learnerWrites("Two", "return 7;");

    assertThat(secondOf(check()).why().sentence()).isEqualTo("gives two ([])");
  }

  @Test
  void hangOutsideOfAnyCheckIsCutByTheExercisesLimit() throws InterruptedException {
    course.write(
        "solutions/01-demo/checks/TwoCheck.java",
        """
        import org.junit.jupiter.api.Tag;
        import org.junit.jupiter.api.Test;

        @Tag("1.2")
        class TwoCheck {
          TwoCheck() throws Exception {
            demo.Two.answer();
          }

          @Test
          void works() {}
        }
        """);
    course.learnerWrites("Two", "while (true) {}");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(TimedOut.class);
    assertThat(facts(result)).contains("limit=6.0 s for the exercise");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
  }

  @Test
  void exitIsCrashedWithTheLineThatCalledIt() throws InterruptedException {
    course.learnerWrites("Two", "System.exit(0); return 2;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Crashed.class);
    assertThat(result.why().sentence()).contains("System.exit");
    assertThat(result.why().place()).contains(new Place("lessons/01-demo/demo/Two.java", 8));
    assertThat(facts(result)).contains("in check=gives 2", "ended with=exit code 0");
  }

  @Test
  void haltIsCrashed() throws InterruptedException {
    course.learnerWrites(
        "Two", "System.err.println(\"bye\"); Runtime.getRuntime().halt(5);return 2;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Crashed.class);
    assertThat(facts(result)).contains("ended with=exit code 5", "stderr=bye");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void killedJvmIsCrashedWithTheSignal() throws InterruptedException {
    course.learnerWrites(
        "Two",
        "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start();"
            + " Thread.sleep(5000); return 2;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Crashed.class);
    assertThat(facts(result)).contains("ended with=killed by signal 9");
  }

  @Test
  void hugeMemoryIsCrashedWithTheLimit() throws InterruptedException {
    course.learnerWrites("Two", "return new byte[2_000_000_000].length;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Crashed.class);
    assertThat(result.why().sentence()).contains("out of memory");
    assertThat(facts(result)).contains("limit=64 MB of heap");
  }

  @Test
  void floodOfOutputIsCutAndDoesNotDisturb() throws InterruptedException {
    course.learnerWrites(
        "Two",
        """
        try (java.io.PrintStream flood = new java.io.PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), false)) {
          byte[] lines = "a line that nobody reads\\n".repeat(1000).getBytes();
          for (int i = 0; i < 10_000; i++) flood.write(lines);
        }
        return 2;
        """);

    LessonReport report = check(Limits.standard());

    assertThat(secondOf(report)).isInstanceOf(Passed.class);
    assertThat(report.output()).contains("bytes left out").hasSizeLessThan(200_000);
  }

  @Test
  void forgedEndOfTheRunIsNoPass() throws InterruptedException {
    course.learnerWrites("Two", "System.out.println(\"RUN_FINISHED\"); System.exit(0); return 2;");

    assertThat(secondOf(check())).isInstanceOf(Crashed.class);
  }

  @Test
  void deletedCheckIsRunAllTheSame() throws InterruptedException {
    course.delete("lessons/01-demo/checks/TwoCheck.java").learnerWrites("Two", "return 7;");

    LessonReport report = check();

    assertThat(secondOf(report)).isInstanceOf(Failed.class);
    assertThat(report.notes())
        .containsExactly(
            "in lessons/01-demo/checks missing: TwoCheck.java; the course's own is used");
  }

  @Test
  void editedCheckIsIgnoredAndNamed() throws InterruptedException {
    course
        .write("lessons/01-demo/checks/TwoCheck.java", "class TwoCheck {}\n")
        .learnerWrites("Two", "return 7;");

    LessonReport report = check();

    assertThat(secondOf(report)).isInstanceOf(Failed.class);
    assertThat(report.notes())
        .containsExactly(
            "in lessons/01-demo/checks changed: TwoCheck.java; the course's own is used");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void processLeftRunningFailsTheExerciseAndIsKilled() throws InterruptedException {
    course.learnerWrites("Two", "new ProcessBuilder(\"sleep\", \"4711.1\").start(); return 2;");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(result.why().sentence()).contains("leaked process");
    assertThat(facts(result)).anyMatch(fact -> fact.matches("left running=.*sleep 4711.1.*"));
    assertThat(SyntheticCourse.processesWith("sleep 4711.1")).isEmpty();
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void processThatLetGoOfItsParentIsFoundToo() throws InterruptedException {
    course.learnerWrites(
        "Two",
        "new ProcessBuilder(\"sh\", \"-c\", \"setsid sleep 4711.2 >/dev/null 2>&1 &\")"
            + ".start().waitFor(); return 2;");

    CheckResult result = secondOf(check());

    assertThat(result.why().sentence()).contains("leaked process");
    assertThat(SyntheticCourse.processesWith("sleep 4711.2")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void processLeftByCrashIsKilledAndNamed() throws InterruptedException {
    course.learnerWrites(
        "Two",
        "new ProcessBuilder(\"sleep\", \"4711.3\").start();"
            + " Runtime.getRuntime().halt(0); return 2;");

    LessonReport report = check();

    assertThat(secondOf(report)).isInstanceOf(Crashed.class);
    assertThat(facts(secondOf(report))).anyMatch(fact -> fact.contains("sleep 4711.3"));
    assertThat(SyntheticCourse.processesWith("sleep 4711.3")).isEmpty();
  }

  @Test
  void temporaryFilesGoWithTheRun() throws InterruptedException {
    course.learnerWrites(
        "Two",
        "System.out.println(\"<\" + java.nio.file.Files.createTempFile(\"x\", \"\") + \">\");"
            + " return 2;");

    LessonReport report = check();

    String printed = report.output();
    Path left = Path.of(printed.substring(printed.indexOf('<') + 1, printed.indexOf('>')));
    assertThat(left.toString()).hasSizeLessThan(60);
    assertThat(left).doesNotExist();
    assertThat(left.resolve("../..").normalize()).doesNotExist();
  }

  @Test
  void syntaxErrorIsShownAtItsExercise() throws InterruptedException {
    course.learnerWrites("Two", "return 2");

    LessonReport report = check();

    assertThat(report.results()).allMatch(DidNotCompile.class::isInstance);
    assertThat(facts(of(report, "1.2")))
        .containsExactly("lessons/01-demo/demo/Two.java:8:13=';' expected", "=return 2");
    assertThat(((DidNotCompile) of(report, "1.1")).own()).isFalse();
    assertThat(((DidNotCompile) of(report, "1.1")).inFile()).isFalse();
    assertThat(of(report, "1.1").why().sentence()).contains("1.2");
  }

  @Test
  void missingFileIsNamedWithTheCommandThatBringsItBack() throws InterruptedException {
    course.delete("lessons/01-demo/demo/Two.java");

    CheckResult result = of(check(), "1.2");

    assertThat(result).isInstanceOf(DidNotCompile.class);
    assertThat(facts(result).getFirst()).isEqualTo("missing=lessons/01-demo/demo/Two.java");
    assertThat(facts(result).get(1))
        .startsWith("git restore lessons/01-demo/demo/Two.java=brings back the committed text");
  }

  @Test
  void missingHostIsNamed() throws InterruptedException {
    course.delete("lessons/01-demo/Host.java");

    LessonReport report = check();

    assertThat(report.passed()).isFalse();
    assertThat(facts(report.results().getFirst()).getFirst()).contains("Host.java");
  }

  @Test
  void fileThatIsNotUtf8IsNamedWithItsLine() throws InterruptedException {
    byte[] latin1 =
        SyntheticCourse.answer("Two", "return 2; // caf\u00e9")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    course.write("lessons/01-demo/demo/Two.java", latin1);

    CheckResult result = of(check(), "1.2");

    assertThat(result).isInstanceOf(DidNotCompile.class);
    assertThat(facts(result).getFirst())
        .startsWith("lessons/01-demo/demo/Two.java:8:21=not UTF-8: byte 0xE9");
  }

  @Test
  void checkClassWithoutChecksIsNoPass() throws InterruptedException {
    course.write(
        "solutions/01-demo/checks/TwoCheck.java",
        "@org.junit.jupiter.api.Tag(\"1.2\")\nclass TwoCheck {}\n");

    CheckResult result = secondOf(check());

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(result.why().sentence()).isEqualTo("no check was run");
  }

  @Test
  void lessonWithoutChecksIsRefused() {
    course.delete("solutions/01-demo/checks/OneCheck.java");
    course.delete("solutions/01-demo/checks/TwoCheck.java");
    course.delete("solutions/01-demo/checks/ThreeCheck.java");

    assertThatThrownBy(this::check).isInstanceOf(CourseException.class);
  }

  @Test
  void brokenLayerIsTheCoursesFaultAndNotTheLearners() {
    course.write("shared-contract/course/Broken.java", "package course; class {");

    assertThatThrownBy(this::check)
        .isInstanceOf(CourseException.class)
        .hasMessageContaining("the course's own code does not compile");
  }

  @Test
  void twoVariantsAreCheckedAtOnce() throws Exception {
    Grader grader = new Grader(build, QUICK);
    CheckRequest request = CheckRequest.ofLesson(course.lesson());
    course.learnerWrites("Two", "return 7;");

    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<LessonReport> learner = two.submit(() -> grader.check(request));
      Future<LessonReport> solution =
          two.submit(() -> grader.check(request.withFolder(course.lesson().solution())));

      assertThat(learner.get().passed()).isFalse();
      assertThat(solution.get().passed()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void manyRunsShareTheLibrariesClasses(@TempDir Path folder) throws Exception {
    Grader grader = Grader.forManyRuns(folder, QUICK);
    CheckRequest request = CheckRequest.ofLesson(course.lesson());
    String maps = "java.nio.file.Files.readString(java.nio.file.Path.of(\"/proc/self/maps\"))";
    course.learnerWrites(
        "One",
        "System.out.println(\"mapped: \" + %s.contains(\"lesson-1.jsa\")); return 1;"
            .formatted(maps));

    LessonReport first = grader.check(request);
    LessonReport second = grader.check(request);

    assertThat(first.passed()).isTrue();
    assertThat(second.passed()).isTrue();
    assertThat(first.output()).isEqualTo("--- 1.1 ---\nmapped: false\nmapped: false\n");
    assertThat(second.output()).isEqualTo("--- 1.1 ---\nmapped: true\nmapped: true\n");
  }

  @Test
  void variantInAnotherFolderIsChecked(@TempDir Path elsewhere) throws Exception {
    SyntheticCourse variant = SyntheticCourse.in(elsewhere).learnerWrites("One", "return 0;");
    CheckRequest request =
        CheckRequest.ofSolution(course.lesson()).withFolder(variant.lesson().folder());

    LessonReport report = new Grader(build, QUICK).check(request);

    assertThat(of(report, "1.1")).isInstanceOf(Failed.class);
    assertThat(Files.exists(elsewhere.resolve(".course"))).isFalse();
  }
}
