package derive;

import check.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// One file in which a lesson is not what its solution says.
public sealed interface Difference {
  /// The file's path, absolute.
  Path file();

  /// Says what is wrong with it, as the end of a sentence that begins with its name.
  default String sentence() {
    return switch (this) {
      case Missing _ -> "is missing";
      case Extra _ -> "has no counterpart in the solution";
      case Changed changed -> "differs from line " + changed.line();
    };
  }

  /// A file that the lesson should have.
  record Missing(Path file, String derived) implements Difference {}

  /// A file that the lesson should not have.
  record Extra(Path file) implements Difference {}

  /// A file with other text.
  ///
  /// @param line the first line that differs, from 1
  record Changed(Path file, String derived, int line) implements Difference {}

  /// Returns the differences between a lesson's folder and what is derived now, by path.
  static List<Difference> in(Lesson lesson) {
    SortedMap<Path, String> derived = new LessonDeriver(lesson).derive(Set.of());
    SortedMap<Path, String> present = LessonDeriver.files(lesson.folder());
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<Path, String> each : derived.entrySet()) {
      Path file = lesson.folder().resolve(each.getKey());
      String text = present.remove(each.getKey());
      if (text == null) {
        differences.add(new Missing(file, each.getValue()));
      } else if (!text.equals(each.getValue())) {
        differences.add(new Changed(file, each.getValue(), firstOther(text, each.getValue())));
      }
    }
    present.keySet().forEach(path -> differences.add(new Extra(lesson.folder().resolve(path))));
    return differences;
  }

  private static int firstOther(String one, String other) {
    List<String> left = one.lines().toList();
    List<String> right = other.lines().toList();
    int line = 0;
    while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
      line++;
    }
    return line + 1;
  }
}
