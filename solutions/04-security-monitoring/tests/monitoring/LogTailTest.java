package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogTailTest {
  private static final Logger LOGGER = LoggerFactory.getLogger("plugin.hostile");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static LogTail.Line only(LogTail tail) {
    assertThat(tail.lines()).hasSize(1);
    return tail.lines().getFirst();
  }

  private static String after(String text) {
    try (LogTail tail = new LogTail()) {
      tail.add(Instant.EPOCH, "INFO", "plugin", text);
      return only(tail).text();
    }
  }

  @Test
  void itHearsWhatIsLoggedUntilItIsClosed() {
    LogTail tail = LogTail.ofThisProcess();
    LOGGER.atWarn().addKeyValue("path", "/etc").log("no {}", "licence");
    tail.close();
    LOGGER.warn("after the end");

    LogTail.Line line = only(tail);
    assertThat(line.level()).isEqualTo("WARN");
    assertThat(line.source()).isEqualTo("plugin.hostile");
    assertThat(line.text()).isEqualTo("no licence path=\"/etc\"");
    assertThat(line.number()).isOne();
  }

  @Test
  void anExceptionIsNamed() {
    try (LogTail tail = LogTail.ofThisProcess()) {
      LOGGER.error("it failed", new IllegalStateException("no disk"));
      assertThat(only(tail).text())
          .isEqualTo("it failed: java.lang.IllegalStateException: no disk");
    }
  }

  /// A plugin that floods the log costs no more than its share.
  @Test
  void aFloodIsCutToTheLastLinesAndTheirBeginnings() {
    try (LogTail tail = new LogTail()) {
      for (int i = 1; i <= 10_000; i++) {
        tail.add(Instant.EPOCH, "INFO", "plugin", i + " " + "x".repeat(2_000));
      }
      assertThat(tail.lines()).hasSize(LogTail.LINES);
      assertThat(tail.lines().getFirst().number()).isEqualTo(9_801);
      assertThat(tail.lines().getLast().text())
          .startsWith("10000 x")
          .endsWith("x…")
          .hasSize(LogTail.CHARACTERS + 1);
    }
  }

  @Test
  void whatIsNotToBeSeenIsReplaced() {
    assertThat(after("\u001B[31mred\u001B[0m")).isEqualTo("·[31mred·[0m");
    assertThat(after("one\ntwo\r\n")).isEqualTo("one↵two·↵");
    assertThat(after("right \u202Etfel")).isEqualTo("right ·tfel");
    assertThat(after("half \uD83D of a pair")).isEqualTo("half · of a pair");
    assertThat(after("x".repeat(499) + "\uD83D\uDE00")).isEqualTo("x".repeat(499) + "·…");
    assertThat(after("<b>grüße</b> 😀")).isEqualTo("<b>grüße</b> 😀");
  }
}
