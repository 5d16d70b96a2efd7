package prove;

import check.Lesson;
import derive.ExerciseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an exercise consists of besides its code: hints, wrong answers, a place in the README.
record AuthorParts(Lesson lesson) {
  private static final int HINTS = 3;
  private static final int HINT_WORDS = 50;
  private static final int WRONG_ANSWERS = 3;
  private static final Pattern CODE =
      Pattern.compile("```|;|`[^`]*\\([^`]*`|^ {4}\\S", Pattern.MULTILINE);
  private static final Pattern ID_FOLDER = Pattern.compile("\\d+\\.\\d+");

  /// Returns what is wrong with one exercise's parts.
  List<String> problemsOf(ExerciseId id, Map<String, List<WrongAnswer>> wrongAnswers) {
    List<String> problems = new ArrayList<>(hintProblems(id));
    int wrong = wrongAnswers.getOrDefault(id.toString(), List.of()).size();
    if (wrong < WRONG_ANSWERS) {
      problems.add("%s has %d wrong answers, it needs %d".formatted(id, wrong, WRONG_ANSWERS));
    }
    Path readme = lesson.readme();
    if (!Files.exists(readme)) {
      problems.add(name(readme) + " is missing");
    } else if (!Pattern.compile("(?<![\\d.])" + Pattern.quote(id.toString()) + "(?![\\d])")
        .matcher(read(readme))
        .find()) {
      problems.add(name(readme) + " does not name exercise " + id);
    }
    return problems;
  }

  private List<String> hintProblems(ExerciseId id) {
    Path file = lesson.hints().resolve(id + ".md");
    if (!Files.exists(file)) {
      return List.of(name(file) + " is missing");
    }
    List<String> hints =
        Arrays.stream(read(file).split("(?m)^---\\s*$", -1)).map(String::strip).toList();
    List<String> problems = new ArrayList<>();
    if (hints.size() != HINTS) {
      problems.add("%s has %d hints, it needs %d".formatted(name(file), hints.size(), HINTS));
    }
    for (int i = 0; i < hints.size(); i++) {
      int words = hints.get(i).isEmpty() ? 0 : hints.get(i).split("\\s+").length;
      if (words == 0 || words > HINT_WORDS) {
        problems.add(
            "%s: hint %d has %d words, not 1 to %d"
                .formatted(name(file), i + 1, words, HINT_WORDS));
      }
    }
    if (CODE.matcher(hints.getFirst()).find()) {
      problems.add(name(file) + ": the first hint holds code");
    }
    return problems;
  }

  /// Returns the hints and wrong answers of exercises that no file marks.
  List<String> strays(NavigableSet<ExerciseId> ids, Map<String, List<WrongAnswer>> wrongAnswers) {
    List<String> known = ids.stream().map(ExerciseId::toString).toList();
    List<String> strays = new ArrayList<>();
    for (Path hints : list(lesson.hints())) {
      String id = hints.getFileName().toString().replaceFirst("\\.md$", "");
      if (!known.contains(id)) {
        strays.add(name(hints) + " belongs to no marked exercise");
      }
    }
    for (String id : wrongAnswers.keySet()) {
      if (!known.contains(id) || !ID_FOLDER.matcher(id).matches()) {
        strays.add(
            name(lesson.solution().resolve("wrong-answers").resolve(id))
                + " belongs to no marked exercise");
      }
    }
    return strays;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    return lesson.root().relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
