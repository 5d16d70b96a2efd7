package check.child;

import java.util.ArrayList;
import java.util.List;

/// One thing that happened in the JVM that runs the checks: a kind and its values, as text.
///
/// On the wire it is one line: kind and values separated by tabs; tab, line feed, carriage return
/// and backslash inside a value are escaped. A line without its line feed is not yet an event.
///
/// @param kind what happened
/// @param values its details, in the order that [Kind] documents
public record Event(Kind kind, List<String> values) {
  public Event {
    values = List.copyOf(values);
  }

  static Event of(Kind kind, String... values) {
    return new Event(kind, List.of(values));
  }

  /// The value at an index, or an empty text where the line has fewer.
  public String value(int index) {
    return index < values.size() ? values.get(index) : "";
  }

  /// This event as one line, without a line feed.
  public String format() {
    StringBuilder line = new StringBuilder(kind.name());
    for (String value : values) {
      line.append('\t').append(escape(value));
    }
    return line.toString();
  }

  /// Reads what [#format] wrote.
  ///
  /// @throws IllegalArgumentException if the first word is no [Kind]
  public static Event parse(String line) {
    String[] parts = line.split("\t", -1);
    List<String> values = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      values.add(unescape(parts[i]));
    }
    return new Event(Kind.valueOf(parts[0]), values);
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        text.append(unescaped(value.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static char unescaped(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }

  /// The kinds, each with its values.
  public enum Kind {
    /// Exercise.
    EXERCISE_STARTED,
    /// Exercise, name, method, key of its [OutputMark].
    CHECK_STARTED,
    /// Exercise, name, method, status, milliseconds, then a [Problem]'s values if it did not pass.
    CHECK_FINISHED,
    /// Exercise, pid, command: a process that the exercise's checks left running (now killed).
    LEFTOVER,
    /// Exercise, name of the check, frames: the exercise ran out of time; the JVM halts.
    STUCK,
    /// Frames of the thread that called `System.exit`.
    EXIT_CALLED,
    /// Exercise, milliseconds.
    EXERCISE_FINISHED,
    /// Nothing: all exercises were run and the JVM ends by itself.
    RUN_FINISHED
  }

  /// How one check ended.
  public enum Status {
    PASSED,
    FAILED,
    NOT_DONE,
    TIMED_OUT,
    SKIPPED
  }
}
