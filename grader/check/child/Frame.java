package check.child;

import java.util.ArrayList;
import java.util.List;

/// One line of a stack trace, as it crosses from the checks' JVM to the grader.
///
/// @param type the class's full name
/// @param method the method's name
/// @param file the source file's name without its folder, or `-` if unknown
/// @param line the line, from 1, or a negative number if unknown
public record Frame(String type, String method, String file, int line) {
  private static final int LIMIT = 60;

  /// The frames of a thread or an exception that are of interest: not JUnit's, not the JDK's; at
  /// most 60, the innermost first.
  public static String format(StackTraceElement[] trace) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (StackTraceElement element : trace) {
      if (count < LIMIT && !isMachinery(element.getClassName())) {
        text.append(count++ == 0 ? "" : "\n").append(format(element));
      }
    }
    return text.toString();
  }

  private static String format(StackTraceElement element) {
    String file = element.getFileName() == null ? "-" : element.getFileName().replace(' ', '_');
    return String.join(
        " ",
        element.getClassName(),
        element.getMethodName(),
        file,
        Integer.toString(element.getLineNumber()));
  }

  private static boolean isMachinery(String type) {
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("sun.")
        || type.startsWith("org.junit.")
        || type.startsWith("org.assertj.")
        || type.startsWith("check.child.");
  }

  /// Reads what [#format] wrote; lines of another form are left out.
  public static List<Frame> parse(String text) {
    List<Frame> frames = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 4) {
        frames.add(new Frame(words[0], words[1], words[2], Integer.parseInt(words[3])));
      }
    }
    return List.copyOf(frames);
  }
}
