package check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `check`: the command that grades.
@Command(
    name = "check",
    description = "Checks a lesson, an exercise, or all lessons.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all passed", "1:not all passed", "2:wrong usage, or a broken course"})
public final class CheckCommand implements Callable<Integer> {
  private static final int NOT_PASSED = 1;
  private static final int UNUSABLE = 2;
  private static final Pattern LESSON = Pattern.compile("\\d{1,2}");
  private static final Pattern EXERCISE = Pattern.compile("(\\d{1,2})\\.\\d{1,3}");

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before it calls.
  private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "A lesson (1), an exercise (1.4), or all.")
  private String what = "";

  @Option(names = "--solution", description = "Check the finished lesson instead of yours.")
  private boolean solution;

  @Option(names = "--root", paramLabel = "DIR", description = "The course's folder.")
  private Path root = Path.of("");

  @Option(names = "--json", description = "Print results.json instead of the report.")
  private boolean json;

  @Option(names = "--trace", description = "Print stack traces, too.")
  private boolean trace;

  /// Made by picocli.
  public CheckCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    try {
      return check();
    } catch (CourseException e) {
      spec.commandLine().getErr().println("cannot check: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private int check() throws InterruptedException {
    CourseRoot course = CourseRoot.find(root);
    CheckTraces traces = new CheckTraces(course.buildFolder(), solution);
    ReportPrinter printer =
        new ReportPrinter(
            json ? System.err : System.out,
            Terminal.ofThisProcess(),
            trace,
            exercise -> !solution && traces.has(exercise));
    List<CheckRequest> requests = requests(course);
    printer.checking(requests.getFirst());
    Grader grader = new Grader(course.buildFolder(), Limits.standard(), Optional.of(traces));
    ResultsStore store = new ResultsStore(course.buildFolder());
    List<LessonReport> reports = new ArrayList<>();
    for (CheckRequest request : requests) {
      if (!reports.isEmpty()) {
        printer.checking(request);
      }
      reports.add(report(grader, store, printer, request));
    }
    if (!json) {
      lessonAfter(course, reports).ifPresent(printer::next);
      printer.total(reports);
    }
    return reports.stream().allMatch(LessonReport::passed) ? 0 : NOT_PASSED;
  }

  /// The lesson to go on with, if one lesson was checked as a whole and all of it passed.
  private Optional<Lesson> lessonAfter(CourseRoot course, List<LessonReport> reports) {
    LessonReport only = reports.getFirst();
    boolean whole = reports.size() == 1 && only.request().exercises().isEmpty();
    return course.lessons().stream()
        .filter(lesson -> whole && !solution && only.passed())
        .filter(lesson -> lesson.number() == only.request().lesson().number() + 1)
        .findFirst();
  }

  private LessonReport report(
      Grader grader, ResultsStore store, ReportPrinter printer, CheckRequest request)
      throws InterruptedException {
    SourceHashes sources = SourceHashes.of(request.folder());
    LessonReport report = grader.check(request, json ? _ -> {} : printer::result);
    ResultsFile results = store.save(report, solution, sources);
    if (json) {
      System.out.print(results.json());
    } else {
      printer.table(report);
      if (!report.output().isBlank()) {
        Path output = store.folder(request.lesson(), solution).resolve(ResultsStore.OUTPUT);
        printer.output(request.show(output));
      }
    }
    return report;
  }

  private List<CheckRequest> requests(CourseRoot course) {
    Matcher exercise = EXERCISE.matcher(what);
    if (what.equals("all")) {
      return course.lessons().stream().map(this::request).toList();
    }
    if (exercise.matches()) {
      Lesson lesson = course.lesson(Integer.parseInt(exercise.group(1)));
      return List.of(request(lesson).withExercises(Set.of(what)));
    }
    if (LESSON.matcher(what).matches()) {
      return List.of(request(course.lesson(Integer.parseInt(what))));
    }
    throw new ParameterException(
        spec.commandLine(),
        "'%s' is neither a lesson (1), nor an exercise (1.4), nor all".formatted(what));
  }

  private CheckRequest request(Lesson lesson) {
    return solution ? CheckRequest.ofSolution(lesson) : CheckRequest.ofLesson(lesson);
  }
}
