package check;

import basics.JavaBuildException;
import basics.PluginProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Checks lessons: compiles a folder in this process and runs the course's checks on it in a JVM of
/// its own.
///
/// Safe for use by many threads; each call of [#check] has its own JVM, and what is compiled once
/// serves all. Calls share the build folder with other graders, in this process or another.
public final class Grader {
  private final Limits limits;
  private final Libraries libraries = Libraries.ofThisProcess();
  private final Compiler compiler = new Compiler();
  private final BuildCache cache;
  private final Optional<CheckTraces> traces;
  private final Optional<SharedClasses> sharedClasses;

  /// @param buildFolder where compiled classes are kept; created if need be
  /// @throws CourseException if this is not a JDK
  public Grader(Path buildFolder, Limits limits) {
    this(buildFolder, limits, Optional.empty());
  }

  /// @param buildFolder where compiled classes are kept; created if need be
  /// @param traces keeps what the checks' hosts and plugins did; empty to have nothing recorded
  /// @throws CourseException if this is not a JDK
  public Grader(Path buildFolder, Limits limits, Optional<CheckTraces> traces) {
    this(buildFolder, limits, traces, /* many= */ false);
  }

  private Grader(Path buildFolder, Limits limits, Optional<CheckTraces> traces, boolean many) {
    Path folder = buildFolder.toAbsolutePath();
    this.limits = limits;
    this.traces = traces;
    this.cache = new BuildCache(folder.resolve("cache"), compiler, libraries);
    this.sharedClasses =
        many
            ? Optional.of(new SharedClasses(folder.resolve("shared"), libraries.jars()))
            : Optional.empty();
  }

  /// A grader for many runs: the first one of each lesson takes some seconds longer, and the others
  /// less than without.
  ///
  /// @param buildFolder as above, and no other grader's
  /// @throws CourseException if this is not a JDK
  public static Grader forManyRuns(Path buildFolder, Limits limits) {
    return new Grader(buildFolder, limits, Optional.empty(), /* many= */ true);
  }

  /// Checks a folder.
  ///
  /// @throws CourseException if the course itself is broken, or an exercise is unknown
  public LessonReport check(CheckRequest request) throws InterruptedException {
    return check(request, _ -> {});
  }

  /// Checks a folder.
  ///
  /// @param onResult is told each result as soon as it is known
  /// @throws CourseException if the course itself is broken, or an exercise is unknown
  public LessonReport check(CheckRequest request, Consumer<CheckResult> onResult)
      throws InterruptedException {
    return new Session(request, onResult).check();
  }

  /// One check of one folder.
  private final class Session {
    private final CheckRequest request;
    private final Consumer<CheckResult> onResult;
    private final long start = System.nanoTime();
    private final List<CheckResult> results = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<ExerciseChecks> exercises;

    Session(CheckRequest request, Consumer<CheckResult> onResult) {
      this.request = request;
      this.onResult = onResult;
      List<ExerciseChecks> all = CheckCatalog.read(request.lesson().checks());
      this.exercises = CheckCatalog.select(all, request.exercises());
    }

    LessonReport check() throws InterruptedException {
      if (!Files.isDirectory(request.folder())) {
        throw new CourseException(request.folder() + " does not exist");
      }
      notes.addAll(ProtectedChecks.notes(request));
      LessonSources sources = LessonSources.of(request);
      if (!sources.problems().isEmpty()) {
        return didNotCompile(sources.problems());
      }
      Path layers = cache.layers(request.base(), sources.layers());
      List<Path> checks = SourceText.javaFilesIn(request.lesson().checks());
      LessonClasses classes = cache.classes(request.base(), sources.own(), checks, layers);
      return check(sources, checks, layers, classes);
    }

    private LessonReport check(
        LessonSources sources, List<Path> checks, Path layers, LessonClasses classes)
        throws InterruptedException {
      boolean compiled = false;
      int lesson = request.lesson().number();
      List<String> sharing = sharedClasses.map(each -> each.options(lesson)).orElse(List.of());
      ChildSettings settings = settings(layers, classes, sharing);
      try (ChildJvm child = ChildJvm.start(settings)) {
        List<CompileError> errors = compile(sources.own(), checks, layers, classes);
        if (!errors.isEmpty()) {
          return didNotCompile(errors);
        }
        compiled = true;
        return run(child, settings);
      } finally {
        if (sharedClasses.isPresent()) {
          sharedClasses.get().make(lesson, sharing);
        }
        cache.close(classes, compiled);
        cache.prune();
      }
    }

    private ChildSettings settings(Path layers, LessonClasses classes, List<String> sharing) {
      List<Path> classPath = new ArrayList<>(libraries.jars());
      classPath.addAll(List.of(layers, cache.runner(), classes.main(), classes.checks()));
      return new ChildSettings(classPath, request.folder(), limits, traces.isPresent(), sharing);
    }

    /// Compiles the plugin's program ahead, for the checks to find; only if one of them wants it.
    ///
    /// A check that comes before this is done compiles it itself: slower, with the same outcome.
    private void preparePlugin() {
      Path plugin = request.folder().resolve("Plugin.java");
      boolean wanted = exercises.stream().anyMatch(Session::startsPlugin);
      if (wanted && Files.isRegularFile(plugin)) {
        try {
          PluginProgram.compile(plugin);
        } catch (IOException | JavaBuildException told) {
          // The folder does not compile then either, and that is told with the line.
        }
      }
    }

    private static boolean startsPlugin(ExerciseChecks exercise) {
      return exercise.files().stream()
          .anyMatch(file -> SourceText.read(file).contains("PluginProgram"));
    }

    private List<CompileError> compile(
        List<Path> sources, List<Path> checks, Path layers, LessonClasses classes) {
      if (classes.alreadyCompiled()) {
        return List.of();
      }
      List<Path> classPath = new ArrayList<>(libraries.jars());
      classPath.add(layers);
      return compiler.compile(
          new Compiler.Job(sources, checks, classPath, classes.main(), classes.checks()));
    }

    private LessonReport didNotCompile(List<CompileError> errors) {
      new CompileVerdict(request).results(exercises, errors).forEach(this::add);
      return report("");
    }

    private LessonReport run(ChildJvm child, ChildSettings settings) throws InterruptedException {
      Judge judge = new Judge(new Explainer(new SourceFinder(request)), limits);
      CheckRun run = new CheckRun(settings, traces, ledger -> add(judge.judge(ledger)));
      CompletableFuture<Void> plugin = CompletableFuture.runAsync(this::preparePlugin);
      try {
        if (startsPlugin(exercises.getFirst())) {
          plugin.join();
        }
        run.run(exercises, child);
      } finally {
        // It writes into the folder, which the caller may remove after this.
        plugin.join();
      }
      for (String left : run.leftRunning()) {
        notes.add("leaked process, killed: " + left);
      }
      return report(run.output());
    }

    private void add(CheckResult result) {
      results.add(result);
      onResult.accept(result);
    }

    private LessonReport report(String output) {
      results.sort(
          Comparator.comparing(result -> result.exercise().id(), ExerciseChecks::compareIds));
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      return new LessonReport(request, results, notes, output, time);
    }
  }
}
