package prove;

import check.CourseException;
import check.CourseRoot;
import check.Grader;
import check.Lesson;
import check.Limits;
import derive.SourceException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `course prove`: proves the course, rules V2 to V8 and V10.
@Command(
    name = "prove",
    description =
        "Prove that solutions pass, lessons fail, exercises are independent and wrong answers are"
            + " caught.",
    mixinStandardHelpOptions = true)
public final class ProveCommand implements Callable<Integer> {
  private static final Duration CHECK_LIMIT = Duration.ofSeconds(30);
  private static final Duration EXERCISE_LIMIT = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Option(
      names = "--root",
      defaultValue = "",
      description = "The course's folder; found from the current folder upwards otherwise.")
  private String root = "";

  @Option(names = "--lesson", description = "Prove this lesson only, such as 1.")
  private List<Integer> lessons = new ArrayList<>();

  @Option(
      names = "--only",
      split = ",",
      description = "Prove these rules only: V2 to V8, V10, wrong; or exercises, such as 1.4.")
  private Set<String> only = Set.of();

  @Option(
      names = "--seed",
      defaultValue = "3",
      description = "Decides the random order of V5 (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "How many variants run side by side (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(names = "--verbose", description = "Show all evidence, also of what passed.")
  private boolean verbose;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// @return 0 if all is proved, else 1
  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Workshop workshop = Workshop.open()) {
      ProofLog log = new ProofLog(out, Colors.ofThisProcess(), verbose);
      Grader grader =
          Grader.forManyRuns(
              workshop.buildFolder(), Limits.standard().withTimes(CHECK_LIMIT, EXERCISE_LIMIT));
      prove(new Proof(log, threads), workshop, grader::check);
      return log.finish() ? 0 : 1;
    } catch (CourseException | SourceException | WrongAnswerException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private void prove(Proof proof, Workshop workshop, Checker checker) throws InterruptedException {
    Traces traces = new Traces(workshop.folder(), workshop.folder().resolveSibling(""), PATIENCE);
    List<Step> steps = new ArrayList<>();
    for (Lesson lesson : CourseRoot.find(Path.of(root)).lessons()) {
      if (lessons.isEmpty() || lessons.contains(lesson.number())) {
        LessonRuns runs = new LessonRuns(lesson, checker, workshop);
        steps.addAll(new LessonProof(lesson, runs, seed).steps());
      }
    }
    proof.run(steps.stream().filter(this::isWanted).toList());
    Step nothingRuns =
        new Step("V10", "all", () -> Outcome.of("no process is left", traces.processes()));
    Step nothingLies =
        new Step("V10", "all", () -> Outcome.of("no socket or folder is left", traces.files()));
    proof.run(List.of(nothingRuns, nothingLies).stream().filter(this::isWanted).toList());
  }

  private boolean isWanted(Step step) {
    return only.isEmpty() || only.contains(step.rule()) || only.contains(step.subject());
  }
}
