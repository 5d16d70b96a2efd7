package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a real plugin logs, in its host's log.
class PluginLogTest {
  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F17")
  @Tag("F40")
  @Tag("case-35")
  @Tag("case-47")
  void itsLogArrivesWithPairsWhileItServes() {
    CapturedLog log = new CapturedLog(Level.TRACE);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ClientConfig config = Helper.plugin("log").logger(log.logger()).syncStderr(err).build();
    try (PluginClient client = PluginClient.of(config)) {
      client.dispense("calculator", Calculator.class).initialize();

      await()
          .untilAsserted(
              () -> {
                assertThat(log.lines()).contains("INFO hello");
                assertThat(log.lines() + err.toString(StandardCharsets.UTF_8))
                    .contains("by java.util.logging");
              });
      ILoggingEvent hello =
          log.events().stream()
              .filter(event -> event.getMessage().equals("hello"))
              .findFirst()
              .orElseThrow();
      assertThat(hello.getKeyValuePairs())
          .extracting(pair -> pair.key + "=" + pair.value)
          .contains("who=me", "count=3", "@module=helper");
    }
  }

  @Test
  void linesForSomeoneElseComeWithTheProcessesId() {
    CapturedLog log = new CapturedLog(Level.TRACE);
    Set<String> processes = ConcurrentHashMap.newKeySet();
    ClientConfig config =
        Helper.plugin("log")
            .logger(log.logger())
            .stderrLines((id, line) -> line.contains("\"hello\"") && processes.add(id))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.dispense("calculator", Calculator.class).initialize();

      String id = client.id().orElseThrow();
      await().untilAsserted(() -> assertThat(processes).containsExactly(id));
    }
    assertThat(log.lines()).isNotEmpty().doesNotContain("INFO hello");
  }

  @Test
  @Tag("F17")
  @Tag("case-36")
  void aPanicIsLoggedAtErrorWithAllThatFollows() {
    CapturedLog log = new CapturedLog(Level.TRACE);
    ClientConfig config = Helper.plugin("panic").logger(log.logger()).build();
    try (PluginClient client = PluginClient.of(config)) {
      Calculator calculator = client.dispense("calculator", Calculator.class);

      assertThatThrownBy(calculator::initialize)
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("exit code 2")
          .hasMessageContaining("panic: oh no");
      await()
          .untilAsserted(
              () ->
                  assertThat(log.lines())
                      .contains("ERROR panic: oh no", "ERROR goroutine 1 [running]:")
                      .filteredOn(line -> line.equals("ERROR main.boom(0x1)"))
                      .hasSize(10));
    }
  }

  /// go-plugin measures this; here it must end in good time and lose nothing.
  @ParameterizedTest
  @Tag("F17")
  @Tag("case-41")
  @ValueSource(strings = {"OFF", "ERROR", "TRACE"})
  void readsTwentyThousandLinesAtEachLevel(String level) {
    CapturedLog log = new CapturedLog(Level.valueOf(level));
    LogForwarder forwarder = LogForwarder.to(log.logger()).build();
    String line = "{\"@level\":\"info\",\"@message\":\"line\",\"count\":7}\n";

    forwarder.pump(new ByteArrayInputStream(line.repeat(20_000).getBytes(StandardCharsets.UTF_8)));

    assertThat(forwarder.linesSeen()).isEqualTo(20_000);
    assertThat(log.events()).hasSize(level.equals("TRACE") ? 20_000 : 0);
  }
}
