package check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  private static final String CHANGED = ", changed since";
  private static final int STATUS_WIDTH = 15;

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

  /// The ids of the exercises that have passed, as their files are now.
  static Set<String> passed(CourseRoot course) {
    return rows(course).stream()
        .filter(row -> row.status().equals(PASSED))
        .map(row -> row.exercise().id())
        .collect(Collectors.toSet());
  }

  private static List<Row> rows(CourseRoot course) {
    ResultsStore store = new ResultsStore(course.buildFolder());
    List<Row> rows = new ArrayList<>();
    for (Lesson lesson : course.lessons()) {
      Map<String, String> statuses = statuses(store, lesson);
      for (ExerciseChecks exercise : CheckCatalog.read(lesson.checks())) {
        rows.add(
            new Row(lesson, exercise, statuses.getOrDefault(exercise.id(), ResultsFile.UNKNOWN)));
      }
    }
    return rows;
  }

  private static Map<String, String> statuses(ResultsStore store, Lesson lesson) {
    Map<String, String> statuses = new HashMap<>();
    SourceHashes sources = SourceHashes.of(lesson.folder());
    ResultsFile.read(store.folder(lesson, /* solution= */ false))
        .ifPresent(
            file -> file.exercises().forEach(one -> statuses.put(one.id(), status(one, sources))));
    return statuses;
  }

  /// The last status, and whether it is that of other files than those of now.
  private static String status(ResultsFile.Exercise one, SourceHashes sources) {
    if (!one.before().isEmpty()) {
      return one.before().equals(ResultsFile.UNKNOWN) ? one.before() : one.before() + CHANGED;
    }
    boolean same = one.sources().isEmpty() || one.sources().equals(sources.of(one.id()));
    return same ? one.status() : one.status() + CHANGED;
  }

  private static void print(List<Row> rows, PrintStream out, Terminal terminal) {
    String lesson = "";
    int width =
        rows.stream().mapToInt(row -> row.status().length()).reduce(STATUS_WIDTH, Math::max);
    for (Row row : rows) {
      if (!row.lesson().name().equals(lesson)) {
        out.print(lesson.isEmpty() ? "" : "\n");
        lesson = row.lesson().name();
        out.println(
            terminal.bold("lesson %d  lessons/%s".formatted(row.lesson().number(), lesson)));
      }
      boolean passed = row.status().equals(PASSED);
      String status = row.status() + " ".repeat(width - row.status().length());
      out.println(
          "  %-4s  %s  %s"
              .formatted(
                  row.exercise().id(),
                  passed ? terminal.green(status) : status,
                  terminal.fit(row.exercise().title(), Terminal.WIDTH - 11 - width)));
    }
    out.println();
    printNext(rows, out);
  }

  private static void printNext(List<Row> rows, PrintStream out) {
    long passed = rows.stream().filter(row -> row.status().equals(PASSED)).count();
    out.println("%d of %d passed".formatted(passed, rows.size()));
    Optional<Row> next =
        rows.stream()
            .filter(row -> !row.status().startsWith(PASSED))
            .findFirst()
            .or(() -> rows.stream().filter(row -> !row.status().equals(PASSED)).findFirst());
    if (next.isEmpty()) {
      out.println("next: nothing is open. Well done.");
      return;
    }
    Row row = next.get();
    SourceFinder finder = new SourceFinder(CheckRequest.ofLesson(row.lesson()));
    String readme = "lessons/" + row.lesson().name() + "/README.md";
    String where = finder.marked(row.exercise().id()).map(Place::toString).orElse(readme);
    String first = "next: %s in %s,".formatted(row.exercise().id(), where);
    String then = "then make check EX=" + row.exercise().id();
    boolean fits = first.length() + 1 + then.length() <= Terminal.WIDTH;
    out.println(first + (fits ? " " : "\n      ") + then);
  }
}
