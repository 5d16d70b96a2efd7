package prove;

import check.CheckResult;
import check.Lesson;
import check.LessonReport;
import derive.Difference;
import derive.ExerciseId;
import derive.LessonDeriver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// The steps that prove one lesson. Cheap ones come first.
final class LessonProof {
  private final Lesson lesson;
  private final LessonRuns runs;
  private final long seed;
  private final NavigableSet<ExerciseId> ids;
  private final Map<String, List<WrongAnswer>> wrongAnswers;
  private final String number;

  /// @param seed decides the order in which exercises are filled one after the other
  LessonProof(Lesson lesson, LessonRuns runs, long seed) {
    this.lesson = lesson;
    this.runs = runs;
    this.seed = seed;
    this.ids = new LessonDeriver(lesson).exercises();
    this.wrongAnswers = WrongAnswer.readAll(lesson.solution().resolve("wrong-answers"));
    this.number = Integer.toString(lesson.number());
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("V6", number, this::derivedAgain));
    steps.add(new Step("V7", number, this::sameSignatures));
    steps.add(new Step("V8", number, this::noUnexpectedFiles));
    for (ExerciseId id : ids) {
      steps.add(new Step("V8", id.toString(), () -> parts(id)));
    }
    steps.add(new Step("V2", number, () -> solutionPasses(1)));
    steps.add(new Step("V2", number, () -> solutionPasses(2)));
    steps.add(new Step("V3", number, this::stubCompiles));
    steps.add(new Step("V4", number, this::stubFails));
    for (ExerciseId id : ids) {
      steps.add(new Step("V5", id.toString(), () -> filled(Set.of(id.toString()), "alone")));
    }
    steps.addAll(cumulativeSteps());
    for (ExerciseId id : ids) {
      steps.add(new Step("wrong", id.toString(), () -> wrongAnswersOf(id.toString())));
    }
    return steps;
  }

  private Outcome derivedAgain() {
    List<Difference> differences = Difference.in(lesson);
    List<String> problems =
        differences.stream()
            .map(each -> lesson.root().relativize(each.file()) + " " + each.sentence())
            .toList();
    return Outcome.of("deriving again changes nothing", problems);
  }

  private Outcome sameSignatures() {
    LessonDeriver deriver = new LessonDeriver(lesson);
    SortedMap<Path, String> solution = deriver.solutionFiles();
    SortedMap<Path, String> derived = deriver.derive(Set.of());
    List<String> problems = new ArrayList<>();
    List<Path> classes =
        solution.keySet().stream().filter(file -> file.toString().endsWith(".java")).toList();
    for (Path file : classes) {
      Set<String> expected = Signatures.in(file, solution.getOrDefault(file, ""));
      Set<String> found = Signatures.in(file, derived.getOrDefault(file, ""));
      difference(expected, found).forEach(each -> problems.add(file + " lacks " + each));
      difference(found, expected).forEach(each -> problems.add(file + " has besides " + each));
    }
    return Outcome.of("lesson and solution offer the same", problems);
  }

  private static Set<String> difference(Set<String> one, Set<String> other) {
    Set<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }

  private Outcome noUnexpectedFiles() {
    LessonFolder folder = new LessonFolder(lesson);
    List<String> problems = new ArrayList<>(folder.unexpectedFiles());
    problems.addAll(folder.disabledTests());
    problems.addAll(new AuthorParts(lesson).strays(ids, wrongAnswers));
    if (ids.isEmpty()) {
      problems.add("no file of " + lesson.name() + " marks an exercise");
    }
    return Outcome.of("no unexpected file, nothing disabled", problems);
  }

  private Outcome parts(ExerciseId id) {
    return Outcome.of(
        "hints, wrong answers and README are there",
        new AuthorParts(lesson).problemsOf(id, wrongAnswers));
  }

  private Outcome solutionPasses(int time) throws InterruptedException {
    LessonReport report = runs.solution();
    List<String> problems = new ArrayList<>(Reading.leaks(report));
    report.results().stream()
        .filter(result -> !result.passed())
        .map(Reading::describe)
        .forEach(problems::add);
    problems.addAll(unequalExercises(report));
    return Outcome.of("the solution passes, run %d of 2".formatted(time), problems);
  }

  /// Checks and marks must be about the same exercises.
  private List<String> unequalExercises(LessonReport report) {
    Set<String> marked = new TreeSet<>(ids.stream().map(ExerciseId::toString).toList());
    Set<String> checked =
        new TreeSet<>(report.results().stream().map(result -> result.exercise().id()).toList());
    List<String> problems = new ArrayList<>();
    difference(marked, checked).forEach(id -> problems.add(id + " has no check class"));
    difference(checked, marked).forEach(id -> problems.add(id + " has checks, but no mark"));
    return problems;
  }

  private Outcome stubCompiles() throws InterruptedException {
    List<String> problems =
        runs.stub().results().stream()
            .filter(CheckResult.DidNotCompile.class::isInstance)
            .map(Reading::describe)
            .toList();
    return Outcome.of("the lesson compiles with plain javac", problems);
  }

  private Outcome stubFails() throws InterruptedException {
    LessonReport report = runs.stub();
    List<String> problems = new ArrayList<>(Reading.leaks(report));
    report.results().forEach(each -> Reading.notProperlyRed(each).ifPresent(problems::add));
    List<String> details = report.results().stream().map(Reading::describe).toList();
    return new Outcome("the lesson fails as unfinished work does", problems, details);
  }

  private Outcome filled(Set<String> done, String how) throws InterruptedException {
    LessonReport report = runs.withDone(done);
    List<String> problems = new ArrayList<>(Reading.leaks(report));
    for (CheckResult result : report.results()) {
      boolean own = done.contains(result.exercise().id());
      if (own && !result.passed()) {
        problems.add(Reading.describe(result));
      } else if (!own && result.passed()) {
        // Whole exercises count: a single check that looks for a race may pass by luck.
        problems.add(result.exercise().id() + " turned green, and no one has done it");
      }
    }
    return Outcome.of("done %s, exactly its checks turn green".formatted(how), problems);
  }

  /// One after the other in a random order. The first alone and all together are proved elsewhere.
  private List<Step> cumulativeSteps() {
    List<String> order = new ArrayList<>(ids.stream().map(ExerciseId::toString).toList());
    Collections.shuffle(order, new Random(seed));
    List<Step> steps = new ArrayList<>();
    for (int i = 2; i < order.size(); i++) {
      Set<String> done = new HashSet<>(order.subList(0, i));
      String how = "after " + String.join(" ", order.subList(0, i - 1));
      steps.add(new Step("V5", order.get(i - 1), () -> filled(done, how)));
    }
    return steps;
  }

  private Outcome wrongAnswersOf(String id) throws InterruptedException {
    List<WrongAnswer> answers = wrongAnswers.getOrDefault(id, List.of());
    List<String> problems = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (WrongAnswer answer : answers) {
      LessonReport report = runs.withWrongAnswer(answer, id);
      CheckResult result = Reading.result(report, id).orElseThrow();
      boolean caught = !result.passed() && !(result instanceof CheckResult.DidNotCompile);
      String text =
          "%s (%s): %s".formatted(answer.name(), answer.sentence(), Reading.describe(result));
      (caught ? details : problems).add(text);
    }
    String summary = "%d of %d wrong answers caught".formatted(details.size(), answers.size());
    if (answers.isEmpty()) {
      problems.add("there are none");
    }
    return new Outcome(summary, problems, details);
  }
}
