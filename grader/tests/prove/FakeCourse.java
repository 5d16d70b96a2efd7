package prove;

import check.CheckOutcome;
import check.CheckRequest;
import check.CheckResult;
import check.CourseRoot;
import check.Evidence;
import check.ExerciseChecks;
import check.Fact;
import check.Lesson;
import check.LessonReport;
import check.Tally;
import check.child.Event;
import check.child.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A course of two exercises, and a checker that reads the answers instead of running them: an
/// exercise passes if its method holds `return <number>;`.
final class FakeCourse {
  private final Path root;
  private boolean leaks;

  FakeCourse(Path root) {
    this.root = root;
    write("shared-contract/README.md", "");
    write("solutions/01-basics/basics/Sum.java", solution());
    write("solutions/01-basics/checks/SumCheck.java", "class SumCheck {}\n");
    write("lessons/01-basics/checks/SumCheck.java", "class SumCheck {}\n");
    write("lessons/01-basics/basics/Sum.java", lesson());
    write("lessons/01-basics/README.md", "Do 1.1, then 1.2.\n");
    for (String id : List.of("1.1", "1.2")) {
      write("solutions/01-basics/hints/" + id + ".md", "Think.\n---\nLook.\n---\n`f(1);`\n");
      for (String name : List.of("a", "b", "c")) {
        writeWrongAnswer(id, name, "return -1;");
      }
    }
  }

  void writeWrongAnswer(String id, String name, String body) {
    String method = id.equals("1.1") ? "int one()" : "int two()";
    write(
        "solutions/01-basics/wrong-answers/" + id + "/" + name + ".java",
        "// file: basics/Sum.java\n// wrong: it is\n" + method + " { " + body + " }\n");
  }

  static String solution() {
    return """
    package basics;

    import course.Exercise;

    class Sum {
      @Exercise("1.1")
      int one() {
        return 1;
      }

      @Exercise("1.2")
      int two() {
        return 2;
      }
    }
    """;
  }

  static String lesson() {
    return solution()
        .replace(
            "import course.Exercise;\n",
            "import course.Exercise;\nimport course.ExerciseNotDone;\n")
        .replace("return 1;", "throw new ExerciseNotDone(\"1.1\");")
        .replace("return 2;", "throw new ExerciseNotDone(\"1.2\");");
  }

  Lesson firstLesson() {
    return new CourseRoot(root).lesson(1);
  }

  void leakFromNowOn() {
    leaks = true;
  }

  void write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Answers as a grader would.
  LessonReport check(CheckRequest request) {
    String text = read(request.folder().resolve("basics/Sum.java"));
    List<CheckResult> results = new ArrayList<>();
    for (String id : request.exercises().isEmpty() ? Set.of("1.1", "1.2") : request.exercises()) {
      results.add(result(id, text));
    }
    List<String> notes = leaks ? List.of("leaked process, killed: sleep 1000") : List.of();
    return new LessonReport(request, results, notes, "", Duration.ZERO);
  }

  private static CheckResult result(String id, String text) {
    ExerciseChecks exercise = new ExerciseChecks(id, "", List.of(Path.of("SumCheck.java")));
    boolean first = id.equals("1.1");
    String number = first ? "1" : "2";
    if (text.contains("return " + number + ";")) {
      return new CheckResult.Passed(exercise, tally(Event.Status.PASSED, Optional.empty()));
    }
    if (text.contains("ExerciseNotDone(\"" + id + "\")")) {
      return new CheckResult.NotDone(
          exercise, failing(Event.Status.NOT_DONE, "course.ExerciseNotDone"), why(), id);
    }
    if (text.contains("SYNTAX")) {
      return new CheckResult.DidNotCompile(exercise, tally(), why(), true, true);
    }
    return new CheckResult.Failed(
        exercise, failing(Event.Status.FAILED, "org.opentest4j.AssertionFailedError"), why());
  }

  private static Evidence why() {
    return new Evidence("adds up", List.of(new Fact("but was", "-1")), Optional.empty(), "");
  }

  private static Tally failing(Event.Status status, String type) {
    return tally(status, Optional.of(new Problem(type, "no", "", List.of(), "")));
  }

  private static Tally tally(Event.Status status, Optional<Problem> problem) {
    return new Tally(
        List.of(new CheckOutcome("adds up", "addsUp", status, Duration.ZERO, problem)),
        Duration.ZERO);
  }

  private static Tally tally() {
    return new Tally(List.of(), Duration.ZERO);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
