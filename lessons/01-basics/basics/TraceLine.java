package basics;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/// One event of a trace as a line of JSON. What its members mean is told at `lifecycle.TraceEvent`,
/// which reads such lines.
public final class TraceLine {
  private TraceLine() {}

  /// The line, without a line end.
  ///
  /// @param at nanoseconds since the trace began
  /// @param details as [#object] takes them
  public static String of(long at, String process, String kind, Map<String, ?> details) {
    return of(at, process, kind, object(details));
  }

  static String of(long at, String process, String kind, String details) {
    return "{\"at\":%d,\"process\":%s,\"kind\":%s,\"details\":%s}"
        .formatted(at, text(process), text(kind), details);
  }

  /// A JSON object.
  ///
  /// @param members a number or boolean stays one, a collection becomes an array of texts, any
  ///   other value its `toString`; one that is null is left out
  static String object(Map<String, ?> members) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    for (Map.Entry<String, ?> member : members.entrySet()) {
      Object value = member.getValue();
      if (value != null) {
        object.add(text(member.getKey()) + ":" + value(value));
      }
    }
    return object.toString();
  }

  private static String value(Object value) {
    return switch (value) {
      case Byte number -> number.toString();
      case Short number -> number.toString();
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Float number when Float.isFinite(number) -> Double.toString(number.doubleValue());
      case Double number when Double.isFinite(number) -> number.toString();
      case Boolean flag -> flag.toString();
      case Collection<?> items -> array(items);
      default -> text(String.valueOf(value));
    };
  }

  private static String array(Collection<?> items) {
    StringJoiner array = new StringJoiner(",", "[", "]");
    items.forEach(item -> array.add(text(String.valueOf(item))));
    return array.toString();
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\n') {
        json.append("\\n");
      } else if (c < ' ' || isHalf(text, i)) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /// Half of a pair, alone: UTF-8 has no bytes for it.
  private static boolean isHalf(String text, int index) {
    char c = text.charAt(index);
    boolean wellBegun =
        Character.isHighSurrogate(c)
            && index + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(index + 1));
    boolean wellEnded =
        Character.isLowSurrogate(c)
            && index > 0
            && Character.isHighSurrogate(text.charAt(index - 1));
    return Character.isSurrogate(c) && !wellBegun && !wellEnded;
  }
}
