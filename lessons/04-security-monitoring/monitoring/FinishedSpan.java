package monitoring;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One step of a trace that has ended: a call as one side saw it, or a piece of work. Immutable.
///
/// Times are the wall clock's. Host and plugin are on one machine, so theirs is one clock; times of
/// several machines would not compare.
///
/// @param traceId of the whole trace, 32 hexadecimal digits
/// @param spanId its own, 16 hexadecimal digits
/// @param parentSpanId of the step that it is a part of; empty if it is the first of its trace
/// @param name a method's full name, such as `course.calculator.v1.Calculator/Add`, or the work's
/// @param kind `CLIENT` on the caller's side, `SERVER` on the other, `INTERNAL` for work
/// @param startNanos nanoseconds since 1970
/// @param endNanos nanoseconds since 1970, not before the start
/// @param attributes what else is known: text, `Long`, `Double` or `Boolean` by name
/// @param status `ERROR` if it failed, else `UNSET`
/// @param statusText why it failed; empty if it did not
public record FinishedSpan(
    String traceId,
    String spanId,
    String parentSpanId,
    String name,
    SpanKind kind,
    long startNanos,
    long endNanos,
    Map<String, Object> attributes,
    StatusCode status,
    String statusText) {
  /// The longest name, value or status text, in characters; what is longer is cut.
  static final int TEXT_LIMIT = 200;

  /// The longest name of an attribute, in characters; one that is longer is left out.
  static final int KEY_LIMIT = 64;

  /// The most attributes; what is beyond them is left out.
  static final int ATTRIBUTE_LIMIT = 12;

  /// Keeps to the limits.
  public FinishedSpan {
    name = cut(name);
    statusText = cut(statusText);
    Map<String, Object> kept = new LinkedHashMap<>();
    attributes.forEach(
        (key, value) -> {
          if (kept.size() < ATTRIBUTE_LIMIT && key.length() <= KEY_LIMIT) {
            kept.put(key, value instanceof String text ? cut(text) : value);
          }
        });
    attributes = Collections.unmodifiableMap(kept);
  }

  static FinishedSpan of(SpanData span) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), plain(value)));
    boolean hasParent = span.getParentSpanContext().isValid();
    return new FinishedSpan(
        span.getTraceId(),
        span.getSpanId(),
        hasParent ? span.getParentSpanId() : "",
        span.getName(),
        span.getKind(),
        span.getStartEpochNanos(),
        span.getEndEpochNanos(),
        attributes,
        span.getStatus().getStatusCode(),
        span.getStatus().getDescription());
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number;
      case Boolean flag -> flag;
      default -> String.valueOf(value);
    };
  }

  static String cut(String text) {
    return text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT - 3) + "...";
  }

  /// Whether it failed.
  public boolean failed() {
    return status == StatusCode.ERROR;
  }
}
