package lifecycle;

import basics.TraceLine;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One event of a trace. In a file it is one line of JSON with four members:
///
/// | member | type | meaning |
/// |---|---|---|
/// | `at` | integer | nanoseconds since the trace began, never less than 0 |
/// | `process` | text | where it happened: `host`, or a plugin's name |
/// | `kind` | text | what kind of event it is, see [TraceKind] |
/// | `details` | object | what is worth to know of it; `{}` if nothing is |
///
/// Readers ignore members that they do not know. Immutable.
///
/// @param at nanoseconds since the trace began
/// @param process where it happened
/// @param kind what kind of event it is
/// @param details by name, in order; a value is a text, `Long`, `Double`, `Boolean` or a list of
///   these. The constructor makes one of these of any value, and leaves out those that are null.
public record TraceEvent(long at, String process, String kind, Map<String, Object> details) {
  /// Brings the details into the types that survive a file.
  public TraceEvent {
    details = plain(details);
  }

  /// The event of such a line.
  ///
  /// @throws IllegalArgumentException if the line is no event; the message says why
  public static TraceEvent fromJson(String line) {
    Map<String, @Nullable Object> members =
        JsonObjects.parse(line)
            .orElseThrow(() -> new IllegalArgumentException("not a JSON object: " + line));
    return new TraceEvent(
        member(members, "at", Number.class).longValue(),
        member(members, "process", String.class),
        member(members, "kind", String.class),
        details(member(members, "details", Map.class)));
  }

  private static <T> T member(Map<String, @Nullable Object> members, String name, Class<T> type) {
    Object value = members.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is %s, expected a %s".formatted(name, value, type.getSimpleName()));
    }
    return type.cast(value);
  }

  private static Map<String, Object> details(Map<?, ?> members) {
    Map<String, Object> details = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            details.put(String.valueOf(name), value);
          }
        });
    return details;
  }

  private static Map<String, Object> plain(Map<String, ?> details) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<String, ?> detail : details.entrySet()) {
      Object value = detail.getValue();
      if (value != null) {
        plain.put(detail.getKey(), plain(value));
      }
    }
    return Collections.unmodifiableMap(plain);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Long number -> number;
      case Float number when Float.isFinite(number) -> number.doubleValue();
      case Double number when Double.isFinite(number) -> number;
      case Boolean flag -> flag;
      case Collection<?> items -> items.stream().map(item -> plain(String.valueOf(item))).toList();
      default -> String.valueOf(value);
    };
  }

  /// The event as one line, without a line end.
  public String toJson() {
    return TraceLine.of(at, process, kind, details);
  }

  /// The detail of that name as text; empty text if there is none.
  public String detail(String name) {
    Object value = details.get(name);
    return value == null ? "" : String.valueOf(value);
  }
}
