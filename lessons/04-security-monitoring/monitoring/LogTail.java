package monitoring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/// The last lines of a host's log, for a page: at most [#LINES], each of at most [#CHARACTERS]. A
/// plugin that floods the log pushes others' lines out, and costs no more memory.
///
/// Lines come from plugins, and so from anyone: characters that are not to be seen, such as the
/// escapes that colour a terminal or write text from right to left, are replaced by `·`, and the
/// end of a line within an entry by `↵`.
///
/// ```java
/// try (LogTail log = LogTail.ofThisProcess()) { ... log.lines() ... }
/// ```
///
/// Safe for use by many threads. Close it: that ends the listening.
public final class LogTail implements AutoCloseable {
  /// How many lines it keeps.
  public static final int LINES = 200;

  /// How long a line may be; the rest is cut off.
  public static final int CHARACTERS = 500;

  private final Deque<Line> lines = new ArrayDeque<>();
  private final Listener listener = new Listener();
  private long count;

  /// One that hears nothing but what [#add] tells it.
  public LogTail() {}

  /// A line of the log.
  ///
  /// @param number from 1 on, in the order in which they came
  /// @param at when
  /// @param level such as `WARN`
  /// @param source who wrote it: the logger's name, such as `plugin`
  /// @param text what it says, with nothing in it that is not to be seen
  public record Line(long number, Instant at, String level, String source, String text) {}

  /// One that hears all that this process logs from now on, as far as the loggers' levels let it
  /// through. What configures the log anew, such as [basics.Logging], comes before.
  public static LogTail ofThisProcess() {
    LogTail tail = new LogTail();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    tail.listener.setContext(context);
    tail.listener.setName("log-tail");
    tail.listener.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(tail.listener);
    return tail;
  }

  /// Takes in a line.
  ///
  /// @param level such as `WARN`
  /// @param source who wrote it
  /// @param text what it says; of several lines it becomes one
  public void add(Instant at, String level, String source, String text) {
    String from = visible(source);
    String says = visible(text);
    synchronized (lines) {
      lines.addLast(new Line(++count, at, level, from, says));
      if (lines.size() > LINES) {
        lines.removeFirst();
      }
    }
  }

  /// Cut first: a line of a megabyte is not looked through.
  private static String visible(String text) {
    boolean tooLong = text.length() > CHARACTERS;
    String kept = tooLong ? text.substring(0, CHARACTERS) : text;
    return kept.codePoints()
            .map(LogTail::visible)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
        + (tooLong ? "…" : "");
  }

  private static int visible(int character) {
    if (character == '\n') {
      return '↵';
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '·';
      default -> character;
    };
  }

  /// The last lines, the oldest first.
  public List<Line> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private final class Listener extends UnsynchronizedAppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      StringBuilder text = new StringBuilder(String.valueOf(event.getFormattedMessage()));
      List<KeyValuePair> fields = event.getKeyValuePairs();
      if (fields != null) {
        fields.forEach(field -> text.append(' ').append(field));
      }
      if (event.getThrowableProxy() != null) {
        text.append(": ").append(event.getThrowableProxy().getClassName());
        text.append(": ").append(event.getThrowableProxy().getMessage());
      }
      add(event.getInstant(), event.getLevel().toString(), event.getLoggerName(), text.toString());
    }
  }

  /// Hears nothing more; the lines so far stay.
  @Override
  public void close() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    boolean ignored = context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(listener);
    listener.stop();
  }
}
