package lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plugin said in one line of its stderr.
///
/// Immutable, unless a field's value is not.
///
/// @param level how grave it is
/// @param message the text
/// @param fields key-value pairs in the line's order, such as `@module`; a value is what JSON has:
///   text, number, boolean, null, or a list or map of these
public record LogEntry(LogLevel level, String message, Map<String, @Nullable Object> fields) {
  /// Copies the fields, in their order.
  // Not in its compact form: javac then misplaces the annotation in the class file, and JBang's
  // indexer stops at it.
  public LogEntry(LogLevel level, String message, Map<String, @Nullable Object> fields) {
    this.level = level;
    this.message = message;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// An entry without fields.
  public static LogEntry of(LogLevel level, String message) {
    return new LogEntry(level, message, Map.of());
  }
}
