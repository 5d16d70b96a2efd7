package lifecycle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A logger in a log system of its own that keeps what it is given.
final class CapturedLog {
  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("plugin.greeter");
  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

  CapturedLog(Level level) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            events.add(event);
          }
        };
    appender.setContext(context);
    appender.start();
    logger.setLevel(level);
    logger.addAppender(appender);
  }

  Logger logger() {
    return logger;
  }

  List<ILoggingEvent> events() {
    return List.copyOf(events);
  }

  /// Forgets what it was given so far.
  void clear() {
    events.clear();
  }

  /// The entries as `LEVEL message`.
  List<String> lines() {
    return events.stream().map(event -> event.getLevel() + " " + event.getMessage()).toList();
  }
}
