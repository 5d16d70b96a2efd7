package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class HclogLoggingTest {
  @Test
  @Tag("F40")
  @Tag("case-47")
  void logsToTheProcessesOwnStderrWhateverSystemErrIs() throws Exception {
    CapturedLog log = new CapturedLog(Level.TRACE);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoggingProgram.class.getName())
            .start();
    try {
      LogForwarder.to(log.logger()).build().pump(process.getErrorStream());
      assertThat(process.getInputStream().readAllBytes()).isEmpty();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isZero();
    assertThat(log.lines()).isEqualTo(List.of("INFO first", "WARN second\nline", "INFO third"));
  }

  /// A program that logs as a plugin does. It resets its logs in between, as some libraries do.
  static final class LoggingProgram {
    private LoggingProgram() {}

    @SuppressWarnings("SystemOut")
    static void main() {
      HclogLogging.toStderr(org.slf4j.event.Level.INFO);
      System.setErr(new PrintStream(PrintStream.nullOutputStream()));
      Logger logger = LoggerFactory.getLogger("plugin");
      logger.info("first");
      logger.debug("not logged");
      logger.atWarn().addKeyValue("n", 2).log("second\nline");
      HclogLogging.toStderr(org.slf4j.event.Level.INFO);
      logger.info("third");
    }
  }
}
