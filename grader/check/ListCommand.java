package check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `list`: where one stands, from what the last checks have found. Runs nothing.
@Command(
    name = "list",
    description = "Shows where you stand: each exercise, its last result, and what comes next.",
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final String PASSED = "passed";
  private static final String UNKNOWN = "not checked yet";

  @Option(names = "--root", paramLabel = "DIR", description = "The course's folder.")
  private Path root = Path.of("");

  /// Made by picocli.
  public ListCommand() {}

  /// One exercise and how it stands.
  private record Row(Lesson lesson, ExerciseChecks exercise, String status) {}

  @Override
  public Integer call() {
    try {
      CourseRoot course = CourseRoot.find(root);
      List<Row> rows = rows(course);
      print(rows, System.out, Terminal.ofThisProcess());
      return 0;
    } catch (CourseException e) {
      System.err.println("cannot list: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private static List<Row> rows(CourseRoot course) {
    ResultsStore store = new ResultsStore(course.buildFolder());
    List<Row> rows = new ArrayList<>();
    for (Lesson lesson : course.lessons()) {
      Map<String, String> statuses = statuses(store.folder(lesson, /* solution= */ false));
      for (ExerciseChecks exercise : CheckCatalog.read(lesson.checks())) {
        rows.add(new Row(lesson, exercise, statuses.getOrDefault(exercise.id(), UNKNOWN)));
      }
    }
    return rows;
  }

  private static Map<String, String> statuses(Path results) {
    Map<String, String> statuses = new HashMap<>();
    ResultsFile.read(results)
        .ifPresent(file -> file.exercises().forEach(one -> statuses.put(one.id(), one.status())));
    return statuses;
  }

  private static void print(List<Row> rows, PrintStream out, Terminal terminal) {
    String lesson = "";
    for (Row row : rows) {
      if (!row.lesson().name().equals(lesson)) {
        out.print(lesson.isEmpty() ? "" : "\n");
        lesson = row.lesson().name();
        out.println(
            terminal.bold("lesson %d  lessons/%s".formatted(row.lesson().number(), lesson)));
      }
      boolean passed = row.status().equals(PASSED);
      String status = "%-15s".formatted(row.status());
      out.println(
          "  %-4s  %s  %s"
              .formatted(
                  row.exercise().id(),
                  passed ? terminal.green(status) : status,
                  terminal.fit(row.exercise().title(), Terminal.WIDTH - 26)));
    }
    out.println();
    printNext(rows, out);
  }

  private static void printNext(List<Row> rows, PrintStream out) {
    long passed = rows.stream().filter(row -> row.status().equals(PASSED)).count();
    out.println("%d of %d passed".formatted(passed, rows.size()));
    Optional<Row> next = rows.stream().filter(row -> !row.status().equals(PASSED)).findFirst();
    if (next.isEmpty()) {
      out.println("next: nothing is open. Well done.");
      return;
    }
    Row row = next.get();
    SourceFinder finder = new SourceFinder(CheckRequest.ofLesson(row.lesson()));
    String readme = "lessons/" + row.lesson().name() + "/README.md";
    String where = finder.marked(row.exercise().id()).map(Place::toString).orElse(readme);
    out.println("next: %s in %s, then make check EX=%1$s".formatted(row.exercise().id(), where));
  }
}
