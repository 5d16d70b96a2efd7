package monitoring;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lifecycle.LogEntry;
import lifecycle.LogLineParser;
import org.jspecify.annotations.Nullable;

/// A span as a line of a plugin's log (hclog's JSON), the one way out that every plugin has.
///
/// | member | value |
/// |---|---|
/// | `@module` | `trace` |
/// | `@message` | the span's name |
/// | `span.trace`, `span.id`, `span.parent` | ids in hexadecimal; the last may be empty |
/// | `span.kind` | `client`, `server` or `internal` |
/// | `span.start`, `span.end` | nanoseconds since 1970 |
/// | `span.error` | why it failed; absent if it did not |
/// | any other | an attribute |
final class SpanLine {
  /// The name of the logger that writes such lines.
  static final String MODULE = "trace";

  private static final String MARK = "\"@module\":\"" + MODULE + "\"";
  private static final String PREFIX = "span.";

  private SpanLine() {}

  /// The line's members besides hclog's own.
  static Map<String, Object> members(FinishedSpan span) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("span.trace", span.traceId());
    members.put("span.id", span.spanId());
    members.put("span.parent", span.parentSpanId());
    members.put("span.kind", text(span.kind()));
    members.put("span.start", span.startNanos());
    members.put("span.end", span.endNanos());
    if (span.failed()) {
      members.put("span.error", span.statusText());
    }
    span.attributes().forEach(members::putIfAbsent);
    return members;
  }

  /// The span that a line tells of; empty if it is another line, or not a whole span.
  static Optional<FinishedSpan> parse(String line) {
    // Most lines are none: a look at the text is cheaper than JSON.
    if (!line.contains(MARK)) {
      return Optional.empty();
    }
    LogEntry entry = new LogLineParser().parse(line);
    Map<String, @Nullable Object> fields = entry.fields();
    if (!MODULE.equals(fields.get("@module"))
        || !(fields.get("span.trace") instanceof String trace && TraceId.isValid(trace))
        || !(fields.get("span.id") instanceof String id && SpanId.isValid(id))
        || !(fields.get("span.parent") instanceof String parent
            && (parent.isEmpty() || SpanId.isValid(parent)))
        || !(fields.get("span.start") instanceof Long start && start > 0)
        || !(fields.get("span.end") instanceof Long end && end >= start)) {
      return Optional.empty();
    }
    return kind(fields.get("span.kind"))
        .map(
            kind ->
                new FinishedSpan(
                    trace,
                    id,
                    parent,
                    entry.message(),
                    kind,
                    start,
                    end,
                    attributes(fields),
                    fields.containsKey("span.error") ? StatusCode.ERROR : StatusCode.UNSET,
                    fields.get("span.error") instanceof String reason ? reason : ""));
  }

  private static Optional<SpanKind> kind(@Nullable Object name) {
    return Stream.of(SpanKind.CLIENT, SpanKind.SERVER, SpanKind.INTERNAL)
        .filter(kind -> text(kind).equals(name))
        .findFirst();
  }

  private static String text(SpanKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> attributes(Map<String, @Nullable Object> fields) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.startsWith("@") && !name.startsWith(PREFIX) && !name.equals("timestamp")) {
            switch (value) {
              case String text -> attributes.put(name, text);
              case Integer number -> attributes.put(name, number.longValue());
              case Long number -> attributes.put(name, number);
              case Double number -> attributes.put(name, number);
              case Boolean flag -> attributes.put(name, flag);
              case null, default -> {}
            }
          }
        });
    return attributes;
  }
}
