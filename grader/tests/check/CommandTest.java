package check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import check.child.Leftovers;
import hints.HintCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands as processes of their own: output, exit codes, files.
@Timeout(60)
class CommandTest {
  @TempDir private Path root;
  private SyntheticCourse course;

  /// The commands without the script around them.
  @Command(
      subcommands = {
        CheckCommand.class,
        ListCommand.class,
        MatrixCommand.class,
        HintCommand.class,
        TraceCommand.class
      })
  static final class Entry {
    private Entry() {}

    static void main(String[] args) {
      System.exit(new CommandLine(new Entry()).execute(args));
    }
  }

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void writeCourse() {
    course = SyntheticCourse.in(root);
  }

  private ProcessBuilder process(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Entry.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).directory(root.toFile());
  }

  private Ended run(String... args) throws IOException, InterruptedException {
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    Process process =
        process(args).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int status = process.waitFor();
    return new Ended(status, Files.readString(out), Files.readString(err));
  }

  @Test
  void allPassedIsZeroAndTheLastLineCounts() throws Exception {
    Ended ended = run("check", "1");

    assertThat(ended.out()).startsWith("checking").endsWith("\n3 passed, 0 failed\n");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).doesNotContain("\u001b");
  }

  @Test
  void oneFailedIsOneAndTheFilesTellIt() throws Exception {
    course.learnerWrites("Two", "return 7;");

    Ended ended = run("check", "1");

    assertThat(ended.out()).endsWith("\n2 passed, 1 failed\n");
    assertThat(ended.status()).isEqualTo(1);
    Path results = root.resolve(".course/results/lesson-1");
    assertThat(results.resolve("junit.xml"))
        .content()
        .contains("<testsuite name=\"1.2 The answer of Two\" tests=\"2\" failures=\"1\"");
    ResultsFile file = ResultsFile.read(results).orElseThrow();
    assertThat(file.formatVersion()).isEqualTo(1);
    assertThat(file.passed()).isEqualTo(2);
    assertThat(file.exercises().get(1).status()).isEqualTo("failed");
    assertThat(file.exercises().get(1).checks()).hasSize(2);
  }

  @Test
  void checkOfOneExerciseKeepsTheOthersResults() throws Exception {
    course.learnerWrites("Two", "return 7;");
    run("check", "1");
    course.learnerWrites("Two", "return 2;");

    Ended ended = run("check", "1.2");

    assertThat(ended.out()).endsWith("\n1 passed, 0 failed\n");
    ResultsFile file = ResultsFile.read(root.resolve(".course/results/lesson-1")).orElseThrow();
    assertThat(file.exercises())
        .extracting(ResultsFile.Exercise::id)
        .containsExactly("1.1", "1.2", "1.3");
    assertThat(file.passed()).isEqualTo(3);
  }

  @Test
  void solutionsResultsAreKeptApart() throws Exception {
    Ended ended = run("check", "all", "--solution");

    assertThat(ended.status()).isZero();
    assertThat(root.resolve(".course/results/solution-1/results.json")).exists();
    assertThat(root.resolve(".course/results/lesson-1")).doesNotExist();
  }

  @Test
  void jsonIsAllThatStandsOnStandardOutput() throws Exception {
    Ended ended = run("check", "1", "--json");

    assertThat(ended.out()).startsWith("{").endsWith("}\n").contains("\"formatVersion\" : 1");
    assertThat(ended.err()).contains("checking");
  }

  @Test
  void wrongUsageAndBrokenCourseAreTwo() throws Exception {
    assertThat(run("check", "one")).satisfies(e -> assertThat(e.status()).isEqualTo(2));
    assertThat(run("check", "9"))
        .satisfies(
            e ->
                assertThat(e.err()).contains("there is no lesson 9 with checks; there is lesson 1"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(2));
    assertThat(run("check", "1.9"))
        .satisfies(e -> assertThat(e.err()).contains("1.1, 1.2, 1.3"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(2));
    assertThat(run("check", "1", "--root", "/"))
        .satisfies(e -> assertThat(e.err()).contains("--root"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(2));
  }

  @Test
  void listWorksBeforeAndAfterTheFirstCheck() throws Exception {
    course.learnerWrites("Two", "throw new ExerciseNotDone(\"1.2\");");

    Ended before = run("list");
    run("check", "1");
    Ended after = run("list");

    assertThat(before.status()).isZero();
    assertThat(before.out()).contains("not checked yet", "0 of 3 passed", "next: 1.1 in lessons");
    assertThat(after.out())
        .contains("1.1   passed", "1.2   not done", "2 of 3 passed")
        .endsWith("next: 1.2 in lessons/01-demo/demo/Two.java:7, then make check EX=1.2\n");
  }

  @Test
  void listTellsWhatChangedSinceItsResult() throws Exception {
    run("check", "1");
    course.learnerWrites("Two", "return 1 + 1;");

    assertThat(run("list").out())
        .contains(
            "1.1   passed  ", "1.2   passed, changed since  The", "2 of 3 passed\nnext: 1.2 in");
  }

  @Test
  void listKeepsStatusOfOthersThanTheBrokenFile() throws Exception {
    run("check", "1.1");
    course.learnerWrites("Two", "return 2");
    run("check", "1");
    run("check", "1");

    assertThat(run("list").out())
        .contains("1.1   passed, changed since", "1.2   did not compile", "1.3   not checked yet");
  }

  @Test
  void nextLineOfTheListFitsTheScreen() throws Exception {
    course.delete("lessons/01-demo/demo/One.java");
    course.write(
        "lessons/01-demo/demo/" + "B".repeat(30) + ".java",
        SyntheticCourse.answer("One", "return 1;"));

    assertThat(run("list").out())
        .endsWith("BBB.java:7,\n      then make check EX=1.1\n")
        .satisfies(out -> assertThat(out.lines()).allMatch(line -> line.length() <= 80));
  }

  @Test
  void aLayerWithoutALearnersPageIsNoLessonYet() throws Exception {
    course.write(
        "solutions/02-more/checks/MoreCheck.java",
        "@org.junit.jupiter.api.Tag(\"2.1\")\nclass MoreCheck {}\n");

    assertThat(run("list").out()).doesNotContain("2.1");
    assertThat(run("check", "2.1").err()).contains("there is lesson 1");
  }

  @Test
  void nextLessonIsNamedBeforeTheLastLine() throws Exception {
    course.write(
        "solutions/02-more/checks/MoreCheck.java",
        "@org.junit.jupiter.api.Tag(\"2.1\")\nclass MoreCheck {}\n");
    course.write("lessons/02-more/README.md", "# Lesson 2\n");

    assertThat(run("check", "1").out())
        .endsWith("\nnext: lesson 2, ./jbang lesson02/Host.java\n\n3 passed, 0 failed\n");
    assertThat(run("check", "1", "--solution").out()).doesNotContain("next: lesson");
    assertThat(run("check", "1.1").out()).doesNotContain("next: lesson");
    assertThat(run("check", "14").err()).contains("there are lessons 1 and 2");
  }

  @Test
  void fileWithThePrintedLinesIsNamedOnce() throws Exception {
    String named = "printed: all of it is in .course/results/lesson-1/output.txt\n";
    assertThat(run("check", "1").out()).doesNotContain("output.txt");
    course.learnerWrites("Two", "System.out.println(\"here\"); return 7;");

    assertThat(run("check", "1").out()).containsOnlyOnce(named).contains("printed:  here\n");
    assertThat(root.resolve(".course/results/lesson-1/output.txt")).content().contains("here\n");
  }

  @Test
  void hintsComeOneByOne() throws Exception {
    course.write("solutions/01-demo/hints/1.2.md", "A nudge.\n---\nWhere to look.\n---\n`two`\n");

    assertThat(run("hint", "1.2").out()).contains("hint 1 of 3 for 1.2\nA nudge.\n");
    assertThat(run("hint", "1.2").out()).contains("hint 2 of 3").doesNotContain("A nudge");
    assertThat(run("hint", "1.2").out()).contains("hint 3 of 3", "the last hint");
    assertThat(run("hint", "1.2").out()).contains("hint 3 of 3");
    assertThat(run("hint", "1.2", "--all").out()).contains("A nudge", "Where to look", "`two`");
    assertThat(Files.readString(root.resolve(".course/hints.json"))).contains("\"1.2\":3");
  }

  @Test
  void hintForUnknownExerciseIsTwo() throws Exception {
    course.write("solutions/01-demo/hints/1.2.md", "A nudge.\n");

    assertThat(run("hint", "1.3"))
        .satisfies(e -> assertThat(e.err()).contains("no hints for 1.3", "1.2"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(2));
    assertThat(run("hint", "x").status()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nothingIsLeftWhenTheGraderItselfIsKilled() throws Exception {
    course.learnerWrites(
        "Two", "new ProcessBuilder(\"sleep\", \"4711.9\").start(); while (true) {}");
    Process grader =
        process("check", "1")
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(root, "out", "").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !SyntheticCourse.processesWith("sleep 4711.9").isEmpty());

    List<ProcessHandle> started = grader.descendants().toList();
    Path temporary = temporaryFolderOf(started);

    grader.destroyForcibly().waitFor();

    assertThat(started).hasSizeGreaterThanOrEqualTo(2);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> started.stream().noneMatch(Leftovers::lives));
    assertThat(temporary).doesNotExist();
  }

  private static Path temporaryFolderOf(List<ProcessHandle> processes) {
    Pattern option = Pattern.compile("-Djava\\.io\\.tmpdir=(\\S+)/t ");
    return processes.stream()
        .map(Leftovers::describe)
        .map(option::matcher)
        .filter(Matcher::find)
        .map(found -> Path.of(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void charsetOfTheFilesIsUtf8() throws Exception {
    course.write(
        "solutions/01-demo/checks/TwoCheck.java",
        """
        import org.junit.jupiter.api.*;

        @Tag("1.2")
        @DisplayName("1.2 Größe")
        class TwoCheck {
          @Test
          void works() {}
        }
        """);

    run("check", "1");

    Path results = root.resolve(".course/results/lesson-1/results.json");
    assertThat(new String(Files.readAllBytes(results), UTF_8)).contains("Größe");
  }

  @Test
  void aTraceIsPrintedAsText() throws Exception {
    course.write(
        ".course/traces/check-1.2.jsonl",
        """
        {"at":0,"process":"host","kind":"spawn","details":{"pid":42}}
        {"at":1500000,"process":"host","kind":"exit","details":{"status":"exit code 3"}}
        """);

    Ended ended = run("trace", "1.2");

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out())
        .isEqualTo(
            """
            .course/traces/check-1.2.jsonl
            2 events in 0.00 s

                 0.000 ms  host  spawn  pid=42
                 1.500 ms  host  exit   status=exit code 3
            """);
    assertThat(run("trace", ".course/traces/check-1.2.jsonl").out()).isEqualTo(ended.out());
  }

  @Test
  void aTraceThatIsMissingIsToldWithTheRemedy() throws Exception {
    Ended exercise = run("trace", "1.2");
    Ended lesson = run("trace", "7");
    Ended nonsense = run("trace", "lesson");

    assertThat(List.of(exercise.status(), lesson.status(), nonsense.status())).containsOnly(2);
    assertThat(exercise.err())
        .startsWith("no trace: there is none of exercise 1.2 yet; make check EX=1.2 records");
    assertThat(lesson.err())
        .isEqualTo("no trace: there is none of lesson 7 yet; make trace LESSON=7 makes one\n");
    assertThat(nonsense.err())
        .isEqualTo(
            "no trace: 'lesson' is neither a lesson (2), nor an exercise (2.3), nor a file\n");
  }
}
