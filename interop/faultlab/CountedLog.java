package faultlab;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A logger that counts the plugin's log lines by their level and prints none.
final class CountedLog extends AppenderBase<ILoggingEvent> {
  private final Map<String, Integer> lines = new ConcurrentSkipListMap<>();

  /// A logger that counts here.
  ///
  /// @param name no one else's
  Logger logger(String name) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    setContext(context);
    start();
    ch.qos.logback.classic.Logger logger = context.getLogger(name);
    logger.detachAndStopAllAppenders();
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
    logger.addAppender(this);
    return logger;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.merge(event.getLevel().toString().toLowerCase(Locale.ROOT), 1, Integer::sum);
  }

  /// For a person: `2 debug, 1 error`.
  @Override
  public String toString() {
    return lines.isEmpty()
        ? "none"
        : lines.entrySet().stream()
            .map(level -> "%,d %s".formatted(level.getValue(), level.getKey()))
            .collect(Collectors.joining(", "));
  }
}
