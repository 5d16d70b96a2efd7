package course;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says that a learner has not yet written an exercise's body.
///
/// It is an `UnsupportedOperationException`, so it crosses a gRPC boundary as any operation that a
/// plugin does not support: `UNIMPLEMENTED`, with this exception's message.
public final class ExerciseNotDone extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private static final List<String> LESSON_FOLDERS =
      List.of("01-basics", "02-lifecycle", "03-extensions", "04-security-monitoring");

  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private final String exercise;

  /// @param exercise the id, `lesson.number`, such as `1.4`
  public ExerciseNotDone(String exercise) {
    super(
        "exercise " + exercise + ": not done yet, see lessons/" + folder(exercise) + "/README.md");
    this.exercise = exercise;
  }

  /// The id of the exercise, such as `1.4`.
  public String exercise() {
    return exercise;
  }

  /// Tells a person, in one line on stderr, that something simpler stands in for an exercise's
  /// answer. Each exercise is told once in a process.
  public static void report(String exercise) {
    if (REPORTED.add(exercise)) {
      System.err.println(new ExerciseNotDone(exercise).getMessage());
    }
  }

  private static String folder(String exercise) {
    int lesson = Integer.parseInt(exercise.substring(0, exercise.indexOf('.')));
    return LESSON_FOLDERS.get(lesson - 1);
  }
}
