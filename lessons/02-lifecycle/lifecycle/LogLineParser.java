package lifecycle;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes log entries of the lines that a plugin writes to its stderr.
///
/// It follows go-plugin's host (`Client.logStderr`, `parseJSON`), except that no line can break it:
/// a `@message` that is no text ends go-plugin's host.
///
/// One parser reads one plugin: after a crash it reads the following lines in that light. Not safe
/// for use by many threads.
public final class LogLineParser {
  /// The entry that a line stands for. A JSON object is an entry of hclog; all else is plain text.
  /// Never throws, whatever the line.
  ///
  /// @param line one line without its line end
  public LogEntry parse(String line) {
    Optional<Map<String, @Nullable Object>> object = JsonObjects.parse(line);
    return object.isPresent() ? structured(line, object.get()) : text(line);
  }

  /// The entry of a JSON line, such as
  /// `{"@level":"info","@message":"listening","@module":"plugin","port":1234}`.
  ///
  /// Rules, in this order:
  /// - `@level`, `@message` or `@timestamp` is there and no text: the whole line, as it is, at
  ///   DEBUG, without fields;
  /// - `@timestamp` is no time such as `2026-01-31T12:00:00.000000Z` ([OffsetDateTime#parse]): the
  ///   line is plain text after all, see [#text];
  /// - `@level` is absent or none that [LogLevel#ofName] knows: the whole line, as it is, at DEBUG,
  ///   without fields;
  /// - else the level, the message (empty if absent) and, as fields, all other members in the
  ///   line's order, `@module` and `@caller` among them. A `@timestamp` comes last, as the field
  ///   `timestamp`; without one there is no such field.
  ///
  /// Exercise 2.4.
  ///
  /// @param line the line, without its line end
  /// @param object the line's members in their order
  @Exercise("2.4")
  private LogEntry structured(String line, Map<String, @Nullable Object> object) {
    throw new ExerciseNotDone("2.4");
  }

  /// The entry of a plain line. The message is the whole line, the prefix included; no fields.
  ///
  /// Rules, in this order:
  /// - it begins with `[TRACE]`, `[DEBUG]`, `[INFO]`, `[WARN]` or `[ERROR]`: that level, also after
  ///   a crash;
  /// - it begins with `panic: `, `fatal error: ` or `Exception in thread "`: ERROR; the plugin has
  ///   crashed;
  /// - it begins with a tab and `at `, as a line of a Java stack trace does: ERROR;
  /// - the plugin crashed in an earlier line: ERROR, since what follows is the stack trace;
  /// - else DEBUG.
  ///
  /// Exercise 2.4.
  ///
  /// @param line the line, without its line end
  @Exercise("2.4")
  private LogEntry text(String line) {
    throw new ExerciseNotDone("2.4");
  }
}
