package check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Keeps the results of each lesson in a folder of its own below the build folder: `lesson-1` for
/// the learner's, `solution-1` for the finished one.
///
/// @param buildFolder such as `.course`
record ResultsStore(Path buildFolder) {
  /// The name of the file that keeps what was printed.
  static final String OUTPUT = "output.txt";

  Path folder(Lesson lesson, boolean solution) {
    String name = (solution ? "solution-" : "lesson-") + lesson.number();
    return buildFolder.resolve("results").resolve(name);
  }

  /// Writes `results.json`, `junit.xml` and `output.txt`.
  ///
  /// @param sources what was checked
  /// @return what stands in `results.json`
  ResultsFile save(LessonReport report, boolean solution, SourceHashes sources) {
    Lesson lesson = report.request().lesson();
    Path folder = Folders.create(folder(lesson, solution));
    ResultsFile results = merged(report, folder, sources);
    results.write(folder);
    JunitXml.write(report, folder.resolve("junit.xml"));
    try {
      Files.writeString(folder.resolve(OUTPUT), report.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return results;
  }

  private static ResultsFile merged(LessonReport report, Path folder, SourceHashes sources) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, ResultsFile.Exercise> exercises = new TreeMap<>(ExerciseChecks::compareIds);
    Map<String, String> before = new HashMap<>();
    ResultsFile.read(folder)
        .ifPresent(
            old -> {
              for (ResultsFile.Exercise one : old.exercises()) {
                before.put(one.id(), one.before().isEmpty() ? one.status() : one.before());
                if (!report.request().exercises().isEmpty()) {
                  exercises.put(one.id(), one);
                }
              }
            });
    for (CheckResult result : report.results()) {
      String id = result.exercise().id();
      boolean bystander = result instanceof CheckResult.DidNotCompile broken && !broken.inFile();
      String last = bystander ? before.getOrDefault(id, ResultsFile.UNKNOWN) : "";
      exercises.put(id, exercise(result, now, sources.of(id), last));
    }
    return file(report, now, exercises.values());
  }

  private static ResultsFile file(
      LessonReport report, String now, Collection<ResultsFile.Exercise> exercises) {
    int passed = (int) exercises.stream().filter(one -> one.status().equals("passed")).count();
    CheckRequest request = report.request();
    return new ResultsFile(
        ResultsFile.FORMAT_VERSION,
        request.lesson().number(),
        request.show(request.folder()),
        now,
        commit(request.lesson().root()),
        Runtime.version().toString(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        passed,
        exercises.size() - passed,
        seconds(report.time()),
        report.notes(),
        List.copyOf(exercises));
  }

  private static ResultsFile.Exercise exercise(
      CheckResult result, String now, String sources, String before) {
    Evidence why = result.why();
    return new ResultsFile.Exercise(
        result.exercise().id(),
        result.exercise().title(),
        now,
        result.status(),
        why.sentence(),
        why.facts(),
        why.place().map(Place::toString).orElse(""),
        seconds(result.tally().time()),
        sources,
        before,
        result.tally().checks().stream().map(ResultsStore::check).toList());
  }

  private static ResultsFile.Check check(CheckOutcome check) {
    return new ResultsFile.Check(
        check.name(),
        check.status().name(),
        seconds(check.time()),
        check.problem().map(problem -> problem.message().strip()).orElse(""));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }

  /// The commit that is checked out, or empty: no git, no repository, or no answer in two seconds.
  private static String commit(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "HEAD")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader reader = git.inputReader(StandardCharsets.UTF_8)) {
        String line = reader.readLine();
        boolean ended = git.waitFor(2, TimeUnit.SECONDS);
        return ended && git.exitValue() == 0 && line != null ? line.strip() : "";
      } finally {
        git.destroyForcibly();
      }
    } catch (IOException noGit) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
