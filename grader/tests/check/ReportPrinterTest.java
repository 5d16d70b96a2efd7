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
            result(new CheckResult.DidNotCompile(EXERCISE, Tally.NONE, shared, /* own= */ false)))
        .isEmpty();
  }

  @Test
  void compileErrorShowsPlaceAndSource() {
    Evidence own =
        Evidence.of("1 error", new Fact("a/B.java:8:13", "';' expected"), new Fact("", "return 2"));

    assertThat(result(new CheckResult.DidNotCompile(EXERCISE, Tally.NONE, own, /* own= */ true)))
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
                new CheckResult.DidNotCompile(longOne, Tally.NONE, evidence(), /* own= */ true)),
            List.of("checks/A.java: missing; the course's own is used"),
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
        .contains("\nnote: checks/A.java: missing; the course's own is used\n")
        .endsWith("\n\n1 passed, 1 failed\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }
}
