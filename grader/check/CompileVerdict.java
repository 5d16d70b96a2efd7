package check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Tells the exercises of a folder that does not compile what is wrong, each error to the exercise
/// in whose file it stands.
///
/// @param request tells the folders
record CompileVerdict(CheckRequest request) {
  private static final int ERRORS = 3;

  List<CheckResult> results(List<ExerciseChecks> exercises, List<CompileError> errors) {
    List<CompileError> ordered =
        errors.stream().sorted(Comparator.comparingInt(this::rank)).toList();
    Map<String, List<CompileError>> byExercise = new LinkedHashMap<>();
    for (CompileError error : ordered) {
      String owner = owner(exercises, error).orElse(exercises.getFirst().id());
      byExercise.computeIfAbsent(owner, _ -> new ArrayList<>()).add(error);
    }
    boolean assignable = exercises.stream().anyMatch(exercise -> anyIn(exercise, errors));
    List<CheckResult> results = new ArrayList<>();
    for (ExerciseChecks exercise : exercises) {
      List<CompileError> own = byExercise.getOrDefault(exercise.id(), List.of());
      Evidence evidence = own.isEmpty() ? shared(byExercise) : evidence(own);
      boolean inFile = anyIn(exercise, errors) || (!own.isEmpty() && !assignable);
      results.add(
          new CheckResult.DidNotCompile(exercise, Tally.NONE, evidence, !own.isEmpty(), inFile));
    }
    return results;
  }

  /// Errors in the learner's files come before those in checks, which mostly follow from them.
  private int rank(CompileError error) {
    return error.file().filter(file -> file.startsWith(request.lesson().checks())).isPresent()
        ? 1
        : 0;
  }

  /// The first exercise whose file has the error: marked there, or its check.
  private Optional<String> owner(List<ExerciseChecks> exercises, CompileError error) {
    return exercises.stream()
        .filter(exercise -> isIn(exercise, error))
        .map(ExerciseChecks::id)
        .findFirst();
  }

  private static boolean anyIn(ExerciseChecks exercise, List<CompileError> errors) {
    return errors.stream().anyMatch(error -> isIn(exercise, error));
  }

  private static boolean isIn(ExerciseChecks exercise, CompileError error) {
    return error
        .file()
        .filter(Files::isReadable)
        .filter(
            file ->
                exercise.files().contains(file)
                    || ExerciseMarks.marks(SourceText.read(file), exercise.id()))
        .isPresent();
  }

  private Evidence evidence(List<CompileError> errors) {
    List<Fact> facts = new ArrayList<>(missingFiles());
    for (CompileError error : errors.stream().limit(ERRORS).toList()) {
      facts.add(new Fact(where(error), error.message()));
      if (!error.source().isEmpty()) {
        facts.add(new Fact("", error.source()));
      }
    }
    String more = errors.size() > ERRORS ? ", the first " + ERRORS : "";
    String sentence = errors.size() == 1 ? "1 error" : errors.size() + " errors" + more;
    return new Evidence(sentence, facts, Optional.empty(), "");
  }

  private String where(CompileError error) {
    return error.file().isEmpty()
        ? "javac"
        : "%s:%d:%d"
            .formatted(
                new SourceFinder(request).shown(error.file().get()), error.line(), error.column());
  }

  /// Files that the solution has and the learner's folder lacks: mostly the one cause of it all.
  private List<Fact> missingFiles() {
    List<Fact> missing = new ArrayList<>();
    Path solution = request.lesson().solution();
    for (Path file : SourceText.javaFilesBelow(solution)) {
      Path own = request.folder().resolve(solution.relativize(file));
      if (!Files.exists(own) && missing.isEmpty()) {
        String path = request.show(own);
        missing.add(new Fact("missing", path));
        missing.add(
            new Fact(
                "git restore " + path, "brings back the committed text, without your changes"));
      }
    }
    return missing;
  }

  private static Evidence shared(Map<String, List<CompileError>> byExercise) {
    String owners = String.join(", ", new TreeSet<>(byExercise.keySet()));
    return Evidence.of("nothing can run until the errors at " + owners + " are mended");
  }
}
