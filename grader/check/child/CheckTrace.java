package check.child;

import basics.TraceFile;
import java.nio.file.Path;

/// Has the hosts of the checks record what happens: a file an exercise, a chapter a check.
///
/// The framework's own settings do it, by their names: the classes that stand beside a learner's
/// code load none of the course.
public final class CheckTrace {
  /// The system property with the folder for the files; if it is not set, nothing is recorded.
  public static final String FOLDER_PROPERTY = "check.traces";

  private CheckTrace() {}

  /// The file of an exercise.
  public static Path file(Path folder, String exercise) {
    return folder.resolve(exercise + ".jsonl");
  }

  static void beginExercise(String exercise) {
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder != null) {
      System.setProperty(TraceFile.PROPERTY, file(Path.of(folder), exercise).toString());
      System.clearProperty(TraceFile.CHAPTER_PROPERTY);
    }
  }

  static void beginCheck(String exercise, String name) {
    if (System.getProperty(FOLDER_PROPERTY) != null) {
      String sentence = name.startsWith(exercise) ? name.substring(exercise.length()) : name;
      System.setProperty(TraceFile.CHAPTER_PROPERTY, sentence.strip());
    }
  }
}
