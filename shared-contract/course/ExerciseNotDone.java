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

  private static final String PROCESS_PROPERTY = "course.process";
  private static final int COLUMNS = 80;

  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private final String exercise;

  /// @param exercise the id, `lesson.number`, such as `1.4`
  public ExerciseNotDone(String exercise) {
    super(sentence(exercise));
    this.exercise = exercise;
  }

  private static String sentence(String exercise) {
    return "exercise "
        + exercise
        + ": not done yet, see lessons/"
        + folder(exercise)
        + "/README.md";
  }

  /// The id of the exercise, such as `1.4`.
  public String exercise() {
    return exercise;
  }

  /// Tells a person on stderr that something simpler stands in for an exercise's answer. Each
  /// exercise is told once in a process.
  public static void report(String exercise) {
    if (REPORTED.add(exercise)) {
      System.err.println(signed(sentence(exercise)));
    }
  }

  /// As a lesson's host prints all its lines. A plugin prints its own bare: the host signs them.
  private static String signed(String sentence) {
    String process = System.getProperty(PROCESS_PROPERTY);
    if (process == null) {
      return sentence;
    }
    String start = "%-6s | ".formatted(process);
    return start.length() + sentence.length() <= COLUMNS
        ? start + sentence
        : start + sentence.replace(" lessons/", "\n" + start + "  lessons/");
  }

  private static String folder(String exercise) {
    int lesson = Integer.parseInt(exercise.substring(0, exercise.indexOf('.')));
    return LESSON_FOLDERS.get(lesson - 1);
  }
}
