package check;

import static org.assertj.core.api.Assertions.assertThat;

import check.child.Event.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people read, word for word.
class ReportPrinterTest {
  private static final ExerciseChecks EXERCISE =
      new ExerciseChecks("1.4", "HandshakeLine.parse", List.of(Path.of("HandshakeLineCheck.java")));
  private static final Tally TWO_OF_THREE =
      new Tally(
          List.of(outcome(Status.PASSED), outcome(Status.FAILED), outcome(Status.PASSED)),
          Duration.ofMillis(1_230));
  private static final Optional<Place> PLACE = Optional.of(new Place("lessons/a/B.java", 31));

  private static CheckOutcome outcome(Status status) {
    return new CheckOutcome("works", "works", status, Duration.ZERO, Optional.empty());
  }

  private static String print(java.util.function.Consumer<ReportPrinter> action, boolean trace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8);
    action.accept(new ReportPrinter(out, Terminal.plain(), trace));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String result(CheckResult result) {
    return print(printer -> printer.result(result), /* trace= */ false);
  }

  private static Evidence evidence(Fact... facts) {
    return new Evidence(
        "rejects a line with fewer than 4 fields",
        List.of(facts),
        PLACE,
        "java.lang.Error\n\tat x");
  }

  @Test
  void failureIsAlignedAndEndsWithTheNextStep() {
    Evidence evidence = evidence(new Fact("expected", "a\nb"), new Fact("but was", "c"));

    assertThat(result(new CheckResult.Failed(EXERCISE, TWO_OF_THREE, evidence)))
        .isEqualTo(
            """

            1.4  failed: rejects a line with fewer than 4 fields
                expected: a\\nb
                but was:  c
                at:       lessons/a/B.java:31
                checks:   2 of 3 pass
                next: make hint EX=1.4
            """);
  }

  @Test
  void failureWhoseChecksWereRecordedNamesTheTrace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8);

    new ReportPrinter(out, Terminal.plain(), /* trace= */ false, "1.4"::equals)
        .result(new CheckResult.Failed(EXERCISE, TWO_OF_THREE, evidence()));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
        .contains("    next: make hint EX=1.4, or see what happened: make trace EX=1.4")
        .allMatch(line -> line.length() <= Terminal.WIDTH);
  }

  @Test
  void longValuesAndManyFactsStayWithinTenLinesOf80() {
    Fact[] many = new Fact[20];
    java.util.Arrays.fill(many, new Fact("found", "x".repeat(300) + "\u001b[31m"));

    String text = result(new CheckResult.Crashed(EXERCISE, TWO_OF_THREE, evidence(many)));

    assertThat(text.strip().lines()).hasSizeLessThanOrEqualTo(10);
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void longValueGoesOnInFurtherLines() {
    String sentence =
        "Host may know plugins only through contract; Host.java:89 uses basics.Plugin";

    assertThat(
            result(
                new CheckResult.Failed(
                    EXERCISE, TWO_OF_THREE, evidence(new Fact("found", sentence)))))
        .contains(
            """
                found:  Host may know plugins only through contract; Host.java:89 uses
                        basics.Plugin
                at:     lessons/a/B.java:31
            """);
  }

  @Test
  void longTextsAreShownAroundTheirDifference() {
    String common =
        "HandshakeLine[coreVersion=1, appVersion=2, network=unix, address=/tmp/plugin, ";
    Fact[] facts = {
      new Fact("because", "a long sentence about what is checked ".repeat(4)),
      new Fact("expected", common.repeat(2) + "certificate=, multiplexing=true]"),
      new Fact("but was", common.repeat(2) + "certificate=, multiplexing=true\r]"),
      new Fact("printed", "x"),
    };

    String text = result(new CheckResult.Failed(EXERCISE, TWO_OF_THREE, evidence(facts)));

    assertThat(text)
        .containsPattern("expected: \\.\\.\\. .*certificate=, multiplexing=true]\n")
        .containsPattern("but was:  \\.\\.\\. .*certificate=, multiplexing=true\\\\r]\n");
    assertThat(text.strip().lines()).hasSizeLessThanOrEqualTo(10);
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void longHeadlineWraps() {
    Evidence evidence =
        Evidence.of("rejects a line that has fewer than four fields, or more than seven, or none");

    assertThat(result(new CheckResult.Failed(EXERCISE, TWO_OF_THREE, evidence)))
        .startsWith(
            """

            1.4  failed: rejects a line that has fewer than four fields, or more than
                 seven, or none
            """);
  }

  @Test
  void linesBreakAtBlanksOnly() {
    assertThat(Terminal.plain().wrap("a " + "b".repeat(20) + " c", 21, 9))
        .containsExactly("a", "b".repeat(20), "c");
    assertThat(Terminal.plain().wrap("a " + "b".repeat(20), 10, 9))
        .containsExactly("a", "b".repeat(10), "b".repeat(10));
  }

  @Test
  void notesAndRestoreCommandsWrap() {
    String path = "lessons/01-basics/basics/" + "x".repeat(30) + ".java";
    Evidence missing = Evidence.of("1 error", new Fact("git restore " + path, "brings back text"));
    String text =
        result(
            new CheckResult.DidNotCompile(
                EXERCISE, Tally.NONE, missing, /* own= */ true, /* inFile= */ true));

    assertThat(text).contains("\n    git restore " + path + ":\n      brings back text\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void compileErrorsStayWithinTenLines() {
    Fact[] errors = new Fact[3];
    java.util.Arrays.fill(errors, new Fact("a/B.java:8:13", "cannot find symbol ".repeat(12)));
    Evidence own = Evidence.of("3 errors", errors);

    String text =
        result(
            new CheckResult.DidNotCompile(
                EXERCISE, Tally.NONE, own, /* own= */ true, /* inFile= */ true));

    assertThat(text.strip().lines()).hasSize(10).last().asString().contains("next: mend");
  }

  @Test
  void stackTraceIsShownOnDemandOnly() {
    CheckResult failed = new CheckResult.Failed(EXERCISE, TWO_OF_THREE, evidence());

    assertThat(result(failed)).doesNotContain("\tat x");
    assertThat(print(printer -> printer.result(failed), /* trace= */ true)).contains("\tat x");
  }

  @Test
  void passedExerciseIsSilentUntilTheTable() {
    assertThat(result(new CheckResult.Passed(EXERCISE, TWO_OF_THREE))).isEmpty();
  }

  @Test
  void compileErrorsOfOthersAreNotRepeated() {
    Evidence shared = Evidence.of("nothing can run until ...");

    assertThat(
            result(
                new CheckResult.DidNotCompile(
                    EXERCISE, Tally.NONE, shared, /* own= */ false, /* inFile= */ false)))
        .isEmpty();
  }

  @Test
  void compileErrorShowsPlaceAndSource() {
    Evidence own =
        Evidence.of("1 error", new Fact("a/B.java:8:13", "';' expected"), new Fact("", "return 2"));

    assertThat(
            result(
                new CheckResult.DidNotCompile(
                    EXERCISE, Tally.NONE, own, /* own= */ true, /* inFile= */ true)))
        .isEqualTo(
            """

            1.4  did not compile: 1 error
                a/B.java:8:13: ';' expected
                  | return 2
                next: mend the first error, and check again
            """);
  }

  @Test
  void tableAndTotalFitTheScreen() {
    Lesson lesson = new Lesson(Path.of("/course"), 1, "01-basics");
    CheckRequest request = new CheckRequest(lesson, lesson.folder(), Set.of());
    ExerciseChecks longOne =
        new ExerciseChecks("1.10", "y".repeat(90), List.of(Path.of("LongCheck.java")));
    LessonReport report =
        new LessonReport(
            request,
            List.of(
                new CheckResult.Passed(EXERCISE, TWO_OF_THREE),
                new CheckResult.DidNotCompile(
                    longOne, Tally.NONE, evidence(), /* own= */ true, /* inFile= */ true)),
            List.of("in checks missing: A.java; the course's own is used", "word ".repeat(30)),
            "",
            Duration.ofSeconds(2));

    String text =
        print(
            printer -> {
              printer.table(report);
              printer.total(List.of(report));
            },
            /* trace= */ false);

    assertThat(text)
        .startsWith("\n1.4   HandshakeLine.parse ")
        .contains(" passed ", " 2 of 3 ", " 1.23 s\n", "did not compile\n")
        .contains(
            "\nnote: in checks missing: A.java; the course's own is used\nnote: word",
            "\n      word")
        .endsWith("\n\n1 passed, 1 failed\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }
}
