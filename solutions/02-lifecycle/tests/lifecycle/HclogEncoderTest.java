package lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HclogEncoderTest {
  private final CapturedLog log = new CapturedLog(Level.TRACE);
  private final HclogEncoder encoder = new HclogEncoder();

  @ParameterizedTest
  @EnumSource
  @Tag("F40")
  void writesALineThatTheHostReadsAsTheSameEntry(LogLevel level) {
    log.logger()
        .atLevel(level.slf4j())
        .addKeyValue("port", 1234)
        .addKeyValue("big", 1L << 60)
        .addKeyValue("ratio", 0.5)
        .addKeyValue("ok", true)
        .addKeyValue("who", "me")
        .addKeyValue("none", (Object) null)
        .log("served {} calls", 3);

    LogEntry entry = new LogLineParser().parse(line());

    assertThat(entry.level()).isEqualTo(level);
    assertThat(entry.message()).isEqualTo("served 3 calls");
    assertThat(entry.fields())
        .contains(
            entry("@module", "plugin.greeter"),
            entry("port", 1234),
            entry("big", 1L << 60),
            entry("ratio", 0.5),
            entry("ok", true),
            entry("who", "me"),
            entry("none", null))
        .containsKey("timestamp")
        .hasSize(8);
  }

  @Test
  void writesTheTimeInMicroseconds() {
    log.logger().info("m");

    String line = line();

    assertThat(line)
        .containsPattern("\"@timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"");
    String time = String.valueOf(new LogLineParser().parse(line).fields().get("timestamp"));
    assertThat(OffsetDateTime.parse(time).toInstant().toEpochMilli())
        .isEqualTo(log.events().getFirst().getTimeStamp());
  }

  @Test
  void writesAnExceptionAsAFieldInTheSameLine() {
    log.logger().error("failed", new IllegalStateException("boom"));

    LogEntry entry = new LogLineParser().parse(line());

    assertThat(entry.message()).isEqualTo("failed");
    assertThat(String.valueOf(entry.fields().get("stacktrace")))
        .startsWith("java.lang.IllegalStateException: boom")
        .contains("\tat lifecycle.HclogEncoderTest");
  }

  @Test
  void letsNoPairReplaceHclogsOwnMembers() {
    log.logger().atWarn().addKeyValue("@level", "info").addKeyValue("@message", 7).log("mine");

    LogEntry entry = new LogLineParser().parse(line());

    assertThat(entry.level()).isEqualTo(LogLevel.WARN);
    assertThat(entry.message()).isEqualTo("mine");
  }

  @Test
  void writesNumbersThatJsonLacksAsText() {
    log.logger().atInfo().addKeyValue("nan", Double.NaN).addKeyValue("inf", 1f / 0f).log("m");

    assertThat(new LogLineParser().parse(line()).fields())
        .contains(entry("nan", "NaN"), entry("inf", "Infinity"));
  }

  @Test
  void survivesAValueWhoseTextFails() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    log.logger().atInfo().addKeyValue("broken", broken).log("m");

    assertThat(String.valueOf(new LogLineParser().parse(line()).fields().get("broken")))
        .contains("IllegalStateException");
  }

  @Test
  void writesAnyMessageInOneLineAndInUtf8() {
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String message = message(random);
      log.clear();
      log.logger().info(message);

      String line = line();

      assertThat(line).as("seed %d, round %d", seed, round).doesNotContain("\n", "\r");
      assertThat(new LogLineParser().parse(line).message())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(new String(message.getBytes(UTF_8), UTF_8));
    }
  }

  private static String message(Random random) {
    StringBuilder message = new StringBuilder("\n\r\"\\");
    for (int i = random.nextInt(30); i > 0; i--) {
      message.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x1_0000));
    }
    return message.toString();
  }

  /// The last event's line, without its line end.
  private String line() {
    ILoggingEvent event = log.events().getLast();
    String text = new String(encoder.encode(event), UTF_8);
    assertThat(text).endsWith("}\n");
    return text.substring(0, text.length() - 1);
  }
}
