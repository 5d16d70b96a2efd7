package check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads from the check classes' sources which exercises a lesson has: `@Tag("1.4")` gives the id,
/// the class's `@DisplayName` the title. Needs no compiler, so it works whatever state all is in.
final class CheckCatalog {
  private static final Pattern TAG =
      Pattern.compile("@(?:[\\w.]+\\.)?Tag\\(\\s*\"(\\d{1,2}\\.\\d{1,3})\"\\s*\\)");
  private static final Pattern NAME =
      Pattern.compile("@DisplayName\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public |final |abstract )*class ");

  private CheckCatalog() {}

  /// The exercises that a folder of checks has, by id.
  ///
  /// @throws CourseException if it has none
  static List<ExerciseChecks> read(Path checks) {
    Map<String, ExerciseChecks> found = new TreeMap<>(ExerciseChecks::compareIds);
    for (Path file : SourceText.javaFilesIn(checks)) {
      String text = SourceText.read(file);
      Matcher type = CLASS.matcher(text);
      String head = type.find() ? text.substring(0, type.start()) : text;
      Matcher tag = TAG.matcher(head);
      if (tag.find()) {
        String id = tag.group(1);
        ExerciseChecks one = new ExerciseChecks(id, title(head, id), List.of(file));
        found.merge(id, one, CheckCatalog::join);
      } else if (file.getFileName().toString().endsWith("Check.java")) {
        throw new CourseException(file + " has no @Tag such as \"1.4\", so it would never be run");
      }
    }
    if (found.isEmpty()) {
      throw new CourseException(
          checks + " has no check class with a @Tag such as \"1.4\"; the course is incomplete");
    }
    return List.copyOf(found.values());
  }

  private static String title(String head, String id) {
    Matcher name = NAME.matcher(head);
    String title = name.find() ? name.group(1).replace("\\\"", "\"") : "";
    return title.startsWith(id) ? title.substring(id.length()).strip() : title;
  }

  private static ExerciseChecks join(ExerciseChecks left, ExerciseChecks right) {
    List<Path> files = new ArrayList<>(left.files());
    files.addAll(right.files());
    return new ExerciseChecks(left.id(), left.title(), files);
  }

  /// The exercises with the wanted ids; all, if none is named.
  ///
  /// @throws CourseException if an id is unknown; the message names those that exist
  static List<ExerciseChecks> select(List<ExerciseChecks> all, Set<String> wanted) {
    Collection<String> known = all.stream().map(ExerciseChecks::id).toList();
    for (String id : wanted) {
      if (!known.contains(id)) {
        throw new CourseException(
            "there is no exercise %s; there are %s".formatted(id, String.join(", ", known)));
      }
    }
    return all.stream()
        .filter(exercise -> wanted.isEmpty() || wanted.contains(exercise.id()))
        .toList();
  }
}
