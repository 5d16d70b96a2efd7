package lifecycle;

import basics.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// A trace as lines of text, for a terminal of 80 columns.
public final class TraceText {
  /// No line is longer.
  public static final int COLUMNS = 80;

  private static final int LONGEST_PROCESS = 16;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private TraceText() {}

  /// One line an event: milliseconds since the trace began, process, kind, and as much of the
  /// details as there is room for. Characters that would move a terminal's cursor are escaped.
  public static List<String> lines(List<TraceEvent> events) {
    int process = width(events.stream().map(TraceEvent::process).toList());
    int kind = width(events.stream().map(TraceEvent::kind).toList());
    return events.stream().map(event -> line(event, process, kind)).toList();
  }

  private static int width(List<String> texts) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return Math.min(longest, LONGEST_PROCESS);
  }

  private static String line(TraceEvent event, int processWidth, int kindWidth) {
    String line =
        "%10s ms  %s  %s  %s"
            .formatted(
                millis(event.at()),
                column(event.process(), processWidth),
                column(event.kind(), kindWidth),
                details(event));
    return cut(line.stripTrailing(), COLUMNS);
  }

  private static String column(String text, int width) {
    String cut = cut(VisibleText.of(text), width);
    return cut + " ".repeat(width - cut.length());
  }

  private static String details(TraceEvent event) {
    return switch (event.kind()) {
      case TraceKind.RPC -> call(event);
      case TraceKind.STATE -> state(event);
      case TraceKind.LOG -> VisibleText.of(event.detail("level") + ": " + event.detail("message"));
      case TraceKind.KILL_STEP -> step(event);
      case TraceKind.CHAPTER -> VisibleText.of(event.detail("title"));
      default -> pairs(event.details());
    };
  }

  /// `new -> starting`, and of a failure its reason.
  private static String state(TraceEvent event) {
    String change = "%s -> %s".formatted(event.detail("from"), event.detail("to"));
    String reason = event.detail("reason");
    return VisibleText.of(change + ofPlugin(event) + (reason.isEmpty() ? "" : ": " + reason));
  }

  /// A step of the kill ladder in one look: `TERMINATE, the end after 12.345 ms`.
  private static String step(TraceEvent event) {
    String nanos = event.details().get("nanos") instanceof Long value ? millis(value) : "?";
    String outcome = event.detail("ended").equals("true") ? "the end" : "no end";
    return VisibleText.of(
        "%s%s, %s after %s ms".formatted(event.detail("rung"), ofPlugin(event), outcome, nanos));
  }

  private static String ofPlugin(TraceEvent event) {
    String plugin = event.detail("plugin");
    return plugin.isEmpty() ? "" : " (" + plugin + ")";
  }

  /// A call in one look: `Add OK 1.234 ms, 18 B out, 9 B in`.
  private static String call(TraceEvent event) {
    String method = event.detail("method");
    String nanos = event.details().get("nanos") instanceof Long value ? millis(value) : "?";
    return VisibleText.of(
        "%s%s %s %s ms, %s B out, %s B in"
            .formatted(
                method.substring(method.lastIndexOf('/') + 1),
                ofPlugin(event),
                event.detail("status"),
                nanos,
                event.detail("requestBytes"),
                event.detail("responseBytes")));
  }

  private static String pairs(Map<String, Object> details) {
    StringJoiner pairs = new StringJoiner(" ");
    details.forEach((name, value) -> pairs.add(VisibleText.of(name + "=" + value)));
    return pairs.toString();
  }

  private static String millis(long nanos) {
    return "%d.%03d".formatted(nanos / NANOS_PER_MILLI, nanos % NANOS_PER_MILLI / 1_000);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
