package check;

import java.nio.file.Path;
import java.util.List;

/// An exercise as its checks describe it.
///
/// @param id `lesson.number`, such as `1.4`
/// @param title what it is about, without the id
/// @param files the files of its check classes, the original ones; never empty
public record ExerciseChecks(String id, String title, List<Path> files) {
  public ExerciseChecks {
    files = List.copyOf(files);
  }

  /// The check classes; they have no package, so the files' names are theirs.
  List<String> classNames() {
    return files.stream().map(file -> file.getFileName().toString().replace(".java", "")).toList();
  }

  /// Orders ids by lesson and number, so that `1.10` comes after `1.9`.
  static int compareIds(String left, String right) {
    return Integer.compare(rank(left), rank(right));
  }

  private static int rank(String id) {
    int dot = id.indexOf('.');
    return Integer.parseInt(id.substring(0, dot)) * 1_000 + Integer.parseInt(id.substring(dot + 1));
  }
}
