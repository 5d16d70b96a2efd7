package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The results of a lesson as a file, `results.json`, for tools and for the next `list`.
///
/// The format, version 1:
///
/// ```json
/// {
///   "formatVersion": 1,
///   "lesson": 1,
///   "folder": "lessons/01-basics",
///   "checkedAt": "2026-01-31T12:00:00Z",
///   "courseCommit": "<hash, or empty outside of git>",
///   "jdk": "25.0.1+8", "os": "Linux 6.1 amd64",
///   "passed": 1, "failed": 5, "seconds": 3.21,
///   "notes": ["..."],
///   "exercises": [{
///     "id": "1.4", "title": "...", "checkedAt": "...",
///     "status": "passed | not done | failed | did not compile | timed out | crashed",
///     "message": "...",
///     "evidence": [{"label": "expected", "value": "..."}],
///     "at": "lessons/01-basics/basics/HandshakeLine.java:31",
///     "seconds": 0.31,
///     "sources": "<hash of the files that the exercise is marked in>",
///     "before": "<the status before an error in another file, or empty>",
///     "checks": [{"name": "...", "status": "PASSED | FAILED | NOT_DONE | TIMED_OUT | SKIPPED",
///                 "seconds": 0.01, "message": "..."}]
///   }]
/// }
/// ```
///
/// Exercises that a run left out keep what an earlier run found; `checkedAt` tells the age. Readers
/// ignore what they do not know; a change that breaks them raises `formatVersion`.
public record ResultsFile(
    int formatVersion,
    int lesson,
    String folder,
    String checkedAt,
    String courseCommit,
    String jdk,
    String os,
    int passed,
    int failed,
    double seconds,
    List<String> notes,
    List<Exercise> exercises) {
  static final int FORMAT_VERSION = 1;

  /// The file's name in a lesson's results folder.
  static final String NAME = "results.json";

  /// The status of an exercise without a result.
  static final String UNKNOWN = "not checked yet";

  /// One exercise.
  ///
  /// @param at `file:line`, or empty
  /// @param sources a hash of the learner's files that were checked; empty if unknown
  /// @param before the status that it had before the folder did not compile because of an error in
  ///   another exercise's file, or `not checked yet`; empty otherwise
  public record Exercise(
      String id,
      String title,
      String checkedAt,
      String status,
      String message,
      List<Fact> evidence,
      String at,
      double seconds,
      String sources,
      String before,
      List<Check> checks) {
    /// Results of an older grader lack some fields.
    public Exercise {
      sources = Objects.requireNonNullElse(sources, "");
      before = Objects.requireNonNullElse(before, "");
    }
  }

  /// One check.
  public record Check(String name, String status, double seconds, String message) {}

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /// This as JSON text, with a line feed at its end.
  String json() {
    return mapper().writeValueAsString(this) + "\n";
  }

  /// Writes the file; a reader never sees half of it.
  void write(Path results) {
    try {
      Path half = Files.createTempFile(results, "half", ".json");
      Files.write(half, json().getBytes(StandardCharsets.UTF_8));
      Files.move(
          half,
          results.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The results in a folder, or nothing if there are none, or none that this version can read.
  static Optional<ResultsFile> read(Path results) {
    Path file = results.resolve(NAME);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      ResultsFile read = mapper().readValue(file.toFile(), ResultsFile.class);
      return Optional.of(read).filter(found -> found.formatVersion == FORMAT_VERSION);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}
