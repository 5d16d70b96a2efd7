package probe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A logger that keeps the lines of the probe: those whose message begins with a number. Safe for
/// use by many threads.
final class LogLines {
  private final Logger logger;
  private final List<String> lines = new ArrayList<>();

  LogLines() {
    LoggerContext context = new LoggerContext();
    logger = context.getLogger("plugin");
    logger.setLevel(Level.DEBUG);
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            add(event);
          }
        };
    appender.setContext(context);
    appender.start();
    logger.addAppender(appender);
  }

  private synchronized void add(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    if (!message.isEmpty() && Character.isDigit(message.charAt(0))) {
      lines.add(event.getLevel() + " " + message);
      notifyAll();
    }
  }

  Logger logger() {
    return logger;
  }

  synchronized int size() {
    return lines.size();
  }

  /// A line as `LEVEL message`.
  synchronized String get(int index) {
    return lines.get(index);
  }

  /// Waits until there are that many lines.
  ///
  /// @throws CheckFailure if they do not come in time
  synchronized void await(int count, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    for (long left = timeout.toNanos(); lines.size() < count; left = end - System.nanoTime()) {
      if (left <= 0) {
        throw new CheckFailure(
            "%d of %d log lines came within %s".formatted(lines.size(), count, timeout));
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
