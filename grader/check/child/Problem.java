package check.child;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a check did not pass, taken from its exception before that dies with the JVM.
///
/// @param type the exception's class name
/// @param message its message, at most 8,000 characters; empty if it has none
/// @param hole the exercise that [course.ExerciseNotDone] named anywhere in the chain of causes, or
///   empty
/// @param frames the frames of the exception that tell most: of the unfinished exercise if there is
///   one, else of the innermost cause that has frames of interest
/// @param trace the whole stack trace as text, at most 16,000 characters
public record Problem(String type, String message, String hole, List<Frame> frames, String trace) {
  private static final String NOT_DONE = "course.ExerciseNotDone";

  /// An unfinished exercise whose exception crossed a process boundary arrives as text only.
  private static final Pattern NOT_DONE_TEXT =
      Pattern.compile("exercise (\\d+\\.\\d+)(?: is|:)? not done yet");

  private static final int MESSAGE_LIMIT = 8_000;
  private static final int TRACE_LIMIT = 16_000;
  private static final int VALUES = 5;

  public Problem {
    frames = List.copyOf(frames);
  }

  static Problem of(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    for (Throwable link : chain) {
      String hole = hole(link);
      if (!hole.isEmpty()) {
        return of(thrown, hole, Frame.parse(Frame.format(link.getStackTrace())));
      }
    }
    return of(thrown, "", tellingFrames(chain));
  }

  private static Problem of(Throwable thrown, String hole, List<Frame> frames) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    return new Problem(
        thrown.getClass().getName(),
        capped(message, MESSAGE_LIMIT),
        hole,
        frames,
        capped(trace(thrown), TRACE_LIMIT));
  }

  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    collect(thrown, chain, Collections.newSetFromMap(new IdentityHashMap<>()));
    return chain;
  }

  private static void collect(Throwable link, List<Throwable> chain, Set<Throwable> seen) {
    if (!seen.add(link)) {
      return;
    }
    chain.add(link);
    if (link.getCause() != null) {
      collect(link.getCause(), chain, seen);
    }
    for (Throwable suppressed : link.getSuppressed()) {
      collect(suppressed, chain, seen);
    }
  }

  private static String hole(Throwable link) {
    if (link.getClass().getName().equals(NOT_DONE)) {
      return exerciseOf(link);
    }
    Matcher matcher = NOT_DONE_TEXT.matcher(link.getMessage() == null ? "" : link.getMessage());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String exerciseOf(Throwable notDone) {
    try {
      Method exercise = notDone.getClass().getMethod("exercise");
      return String.valueOf(exercise.invoke(notDone));
    } catch (ReflectiveOperationException e) {
      return "?";
    }
  }

  private static List<Frame> tellingFrames(List<Throwable> chain) {
    List<Frame> frames = List.of();
    for (Throwable link : chain) {
      List<Frame> own = Frame.parse(Frame.format(link.getStackTrace()));
      frames = own.isEmpty() ? frames : own;
      if (link instanceof AssertionError) {
        return withCauses(own, chain.subList(chain.indexOf(link) + 1, chain.size()));
      }
    }
    return frames;
  }

  /// An assertion's frames are the check's; a cause may know the line that it is about.
  private static List<Frame> withCauses(List<Frame> assertion, List<Throwable> causes) {
    List<Frame> all = new ArrayList<>(assertion);
    for (Throwable cause : causes) {
      all.addAll(Frame.parse(Frame.format(cause.getStackTrace())));
    }
    return all;
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String capped(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit) + "…";
  }

  /// Whether a check's exception is JUnit's own for a check that took too long, and not a
  /// `TimeoutException` of the code under test.
  static boolean isTimeout(Throwable thrown) {
    if (!(thrown instanceof TimeoutException)) {
      return false;
    }
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().startsWith("org.junit.jupiter.engine.extension.")) {
        return true;
      }
    }
    return false;
  }

  List<String> values() {
    List<String> lines = new ArrayList<>();
    for (Frame frame : frames) {
      lines.add(frame.type() + " " + frame.method() + " " + frame.file() + " " + frame.line());
    }
    return List.of(type, message, hole, String.join("\n", lines), trace);
  }

  /// Reads what [#values] wrote, from an index of an event's values on.
  public static Problem parse(Event event, int from) {
    if (event.values().size() < from + VALUES) {
      throw new IllegalArgumentException("incomplete problem in " + event);
    }
    return new Problem(
        event.value(from),
        event.value(from + 1),
        event.value(from + 2),
        Frame.parse(event.value(from + 3)),
        event.value(from + 4));
  }
}
