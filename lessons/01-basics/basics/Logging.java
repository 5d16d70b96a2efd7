package basics;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Sends this process's logs to stderr.
///
/// Logback writes to stdout unless told otherwise. A plugin's stdout belongs to the handshake line,
/// so a plugin calls this before anything else.
public final class Logging {
  private Logging() {}

  /// Logs warnings and errors to stderr, a line each. Replaces what was configured before.
  public static void toStderr() {
    to("System.err", Level.WARN, "[%level] %logger{0}: %message%n");
  }

  /// Logs to one of this process's streams. Replaces what was configured before.
  ///
  /// @param target `System.out` or `System.err`
  /// @param level the least grave level that is logged
  /// @param pattern a line's form, in Logback's notation
  public static void to(String target, Level level, String pattern) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    ConsoleAppender<ILoggingEvent> stream = new ConsoleAppender<>();
    stream.setContext(context);
    stream.setTarget(target);
    stream.setEncoder(encoder);
    stream.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stream);
    limit(context, level);
  }

  /// Sets what is logged at all.
  ///
  /// @param level the least grave level that is logged
  public static void limit(LoggerContext context, Level level) {
    context
        .getLogger(Logger.ROOT_LOGGER_NAME)
        .setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
    // On a machine without a network Netty finds no hardware address and warns. It takes random
    // bytes instead, and nothing is wrong.
    context
        .getLogger("io.netty.util.internal.MacAddressUtil")
        .setLevel(ch.qos.logback.classic.Level.ERROR);
  }
}
