package lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.Level;

/// How grave a log entry is, in the words of go-plugin's logger (hclog).
///
/// hclog's `off` and `all` (the level of an entry that has none) are levels of a logger and never
/// of an entry: they are unknown here, as they are to go-plugin's host.
public enum LogLevel {
  /// Each single step.
  TRACE,
  /// What helps to find a fault; also the level of a line that names none.
  DEBUG,
  /// What happened.
  INFO,
  /// What may need a look.
  WARN,
  /// What failed.
  ERROR;

  /// The level of that name, in upper or lower case, blanks around it aside; empty if there is
  /// none.
  public static Optional<LogLevel> ofName(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(level -> level.name().equals(wanted)).findFirst();
  }

  /// The name in hclog's JSON, such as `info`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The same level of SLF4J.
  public Level slf4j() {
    return switch (this) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }
}
