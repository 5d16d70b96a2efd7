package lifecycle;

import basics.Logging;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Sends a plugin's logs to its host: a line of hclog's JSON each ([HclogEncoder]), to stderr.
public final class HclogLogging {
  private HclogLogging() {}

  /// Logs to this process's own stderr, even if `System.err` is something else by now or later.
  /// Replaces what was configured before.
  ///
  /// @param level the least grave level that is logged
  public static void toStderr(Level level) {
    to(new Stderr(), level);
  }

  static void to(OutputStream stream, Level level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    HclogEncoder encoder = new HclogEncoder();
    encoder.setContext(context);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(stream);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    Logging.limit(context, level);
  }

  /// The process's stderr. A log system that is reset closes its streams; stderr stays open.
  private static final class Stderr extends FilterOutputStream {
    private Stderr() {
      super(new FileOutputStream(FileDescriptor.err));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      // In one go, so that lines of many threads and processes never mix.
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
