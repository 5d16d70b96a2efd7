package derive;

import java.util.regex.Pattern;

/// An exercise's number, `lesson.number`.
///
/// @param lesson counted from 1
/// @param number counted from 1 within the lesson
public record ExerciseId(int lesson, int number) implements Comparable<ExerciseId> {
  private static final Pattern FORM = Pattern.compile("[1-9]\\d?\\.[1-9]\\d?");

  /// Tells whether a text has the form `1.4`, without leading zeros.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /// Reads an id.
  ///
  /// @throws IllegalArgumentException if it does not have the form `1.4`
  public static ExerciseId parse(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not an exercise id such as 1.4: " + text);
    }
    int dot = text.indexOf('.');
    return new ExerciseId(
        Integer.parseInt(text, 0, dot, 10), Integer.parseInt(text, dot + 1, text.length(), 10));
  }

  @Override
  public int compareTo(ExerciseId other) {
    int byLesson = Integer.compare(lesson, other.lesson);
    return byLesson != 0 ? byLesson : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return lesson + "." + number;
  }
}
