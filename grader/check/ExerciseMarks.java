package check;

import java.util.regex.Pattern;

/// Recognises `@Exercise("1.4")` in a source text.
final class ExerciseMarks {
  private ExerciseMarks() {}

  static boolean marks(String text, String exercise) {
    String mark = "@Exercise\\(\\s*(?:value\\s*=\\s*)?\"" + Pattern.quote(exercise) + "\"";
    return Pattern.compile(mark).matcher(text).find();
  }
}
