package faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/// What the framework's host says of each fault. All faults are shown once, some at a time; the
/// tests look at what was seen.
class FaultLabTest {
  private static final Map<Fault, Future<List<Observation>>> SHOWN = new EnumMap<>(Fault.class);
  private static ExecutorService pool;

  @BeforeAll
  static void showAll() {
    Logging.to("System.err", Level.ERROR, "%message%n");
    pool = Executors.newFixedThreadPool(4);
    for (Fault fault : Fault.values()) {
      SHOWN.put(fault, pool.submit(() -> show(fault)));
    }
  }

  private static List<Observation> show(Fault fault) {
    List<Observation> seen = new ArrayList<>();
    try {
      Demonstration.of(fault, FaultyPlugin.DEFAULT_SECONDS, seen::add);
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void leaveNothing() {
    pool.shutdownNow();
    Awaitility.await("no process is left")
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exits-at-once       | PluginExitedException             | exit code 3; stderr: nothing
          crashes-at-start    | PluginExitedException             | exit code 1; calculator.conf
          killed-at-start     | PluginExitedException             | SIGKILL
          silent              | PluginStartTimeoutException       | timeout; no line on stdout; killed
          late-line           | PluginStartTimeoutException       | timeout; no line on stdout; killed
          half-line           | PluginStartTimeoutException       | timeout; no line on stdout; killed
          closes-stdout       | NotAPluginException               | stdout was closed without a line
          prints-before-line  | NotAPluginException               | "Calculator 1.0 starts ..."
          blank-first-line    | NotAPluginException               | number of fields: 1
          garbage-line        | NotAPluginException               | ELF; number of fields: 1
          long-line           | NotAPluginException               | longer than 65536 bytes
          forks-away          | PluginExitedException             | exit code 0
          too-few-fields      | NotAPluginException               | "1|1|unix"; number of fields: 3
          core-version        | NotAPluginException               | field 1; found "2"; expected 1
          app-version         | IncompatibleVersionException      | offers 99; has [1]
          word-version        | NotAPluginException               | field 2; found "one"
          no-protocol         | UnsupportedProtocolException      | "netrpc"; [grpc]
          netrpc              | UnsupportedProtocolException      | "netrpc"; [grpc]
          unknown-network     | NotAPluginException               | field 3; found "udp"; unix or tcp
          long-path           | PluginTransportException          | too long: 161 bytes; at most 103
          no-certificate      | HandshakeException                | field 6; AutoMTLS
          cut-certificate     | HandshakeException                | field 6; cut off
          padded-certificate  | NotAPluginException               | field 6; padding
          expired-certificate | HandshakeException                | field 6; expired
          mux-refused         | MultiplexingNotSupportedException | field 7; "false"
          mux-missing         | MultiplexingNotSupportedException | field 7; absent
          mux-word            | HandshakeException                | field 7; "maybe"
          """)
  @Tag("F4")
  @Tag("F35")
  @Tag("case-15")
  @Tag("case-17")
  @Tag("case-23")
  @Tag("case-60")
  @Tag("case-61")
  @Tag("case-79")
  void aStartThatFailsSaysWhy(String fault, String error, String words) throws Exception {
    Observation start = seen(fault, "start");

    assertThat(start.outcome()).isEqualTo(error);
    assertThat(start.text()).contains(words.split("; "));
    assertThat(seen(fault, "left").outcome()).startsWith("no process");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-socket           | ping | PluginPingException           | UNAVAILABLE
          no-socket           | call | CalculatorUnavailableException | No such file
          dead-socket         | call | CalculatorUnavailableException | Connection refused
          file-for-socket     | call | CalculatorUnavailableException | Connection refused
          not-grpc            | call | CalculatorUnavailableException | First received frame was not SETTINGS
          mute-socket         | ping | PluginPingException           | DEADLINE_EXCEEDED
          mute-socket         | call | CalculatorUnavailableException | DEADLINE_EXCEEDED
          no-health           | ping | PluginPingException           | UNIMPLEMENTED
          no-health           | call | ok                            | ''
          not-serving         | ping | PluginPingException           | NOT_SERVING
          no-stdio            | call | ok                            | ''
          no-broker           | call | ok                            | ''
          no-calculator       | call | OperationNotSupportedException | Method not found
          closes-in-mid-call  | call | CalculatorUnavailableException | no answer to add
          crashes-in-mid-call | call | CalculatorUnavailableException | no answer to add
          crashes-in-mid-call | again | PluginStoppedException       | exit code 3; accumulator is on fire
          killed-in-mid-call  | again | PluginStoppedException       | SIGKILL
          late-answer         | call | CalculatorUnavailableException | DEADLINE_EXCEEDED
          stops               | call | CalculatorUnavailableException | DEADLINE_EXCEEDED
          answers-twice       | call | CalculatorUnavailableException | no answer to add
          floods-stderr       | call | ok                            | ''
          floods-stdout       | call | ok                            | ''
          talks-on-stdout     | call | ok                            | ''
          odd-log-lines       | call | ok                            | ''
          endless-log-line    | call | ok                            | ''
          too-many-fields     | call | ok                            | ''
          crlf                | call | ok                            | ''
          ignores-cookie      | call | ok                            | ''
          any-client          | call | ok                            | ''
          other-key           | call | CalculatorUnavailableException | certificate
          plaintext           | call | CalculatorUnavailableException | not an SSL/TLS record
          mux-lie             | call | CalculatorUnavailableException | yamux
          """)
  @Tag("case-59")
  @Tag("case-62")
  @Tag("case-63")
  void aRunningPluginsFaultReachesTheCaller(String fault, String step, String outcome, String words)
      throws Exception {
    Observation observation = seen(fault, step);

    assertThat(observation.outcome()).isEqualTo(outcome);
    assertThat(observation.text()).contains(words.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-controller     | forced   | Shutdown call: no effect; SIGTERM: gone    | exit code 143 (SIGTERM)
          ignores-shutdown  | forced   | Shutdown call: no effect; SIGTERM: gone    | exit code 143 (SIGTERM)
          hangs-in-shutdown | forced   | Shutdown call: no effect; SIGTERM: gone    | exit code 143 (SIGTERM)
          ignores-sigterm   | forced   | SIGTERM: no effect; SIGKILL: gone          | exit code 137 (SIGKILL)
          stops             | forced   | SIGTERM: no effect; SIGKILL: gone          | exit code 137 (SIGKILL)
          slow-shutdown     | graceful | Shutdown call: gone                        | exit code 0
          exit-code         | graceful | Shutdown call: gone                        | exit code 7
          leaves-socket     | graceful | Shutdown call: gone                        | exit code 0
          keeps-grandchild  | graceful | Shutdown call: gone                        | exit code 0
          """)
  @Tag("F21")
  @Tag("case-66")
  @Tag("case-67")
  void aPluginsEndNeedsNoMoreForceThanItMust(
      String fault, String outcome, String steps, String exit) throws Exception {
    Observation kill = seen(fault, "kill");

    assertThat(kill.outcome()).isEqualTo(outcome);
    assertThat(kill.text()).contains(steps.split("; "));
    assertThat(seen(fault, "exit").outcome()).isEqualTo(exit);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfAPluginThatRan(Fault fault) throws Exception {
    List<Observation> all = seen(fault);

    Observation left = all.getLast();
    assertThat(left.step()).isEqualTo("left");
    assertThat(left.outcome()).startsWith("no process");
    if (all.getFirst().outcome().equals(Observation.OK)) {
      assertThat(left.outcome()).isEqualTo("no process, no file");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultIsDescribedShortly(Fault fault) {
    assertThat(Fault.ofWord(fault.word())).contains(fault);
    assertThat(fault.what()).matches("[a-z].*[^.]").hasSizeLessThan(80);
    assertThat(fault.duty()).matches("[a-z].*[^.]").hasSizeLessThan(120);
  }

  @Test
  void theCommandRunsInAnyFolder() throws Exception {
    Process plugin = new ProcessBuilder(FaultyPlugin.command("silent")).start();

    // Without the cookie it explains itself.
    assertThat(plugin.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(plugin.exitValue()).isEqualTo(1);
    assertThat(plugin.getInputStream().readAllBytes()).isEmpty();
    assertThat(new String(plugin.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("This program is a plugin");
  }

  private static List<Observation> seen(Fault fault)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Objects.requireNonNull(SHOWN.get(fault)).get(50, TimeUnit.SECONDS);
  }

  private static Observation seen(String fault, String step)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Observation> all = seen(Fault.ofWord(fault).orElseThrow());
    return all.stream()
        .filter(one -> one.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + step + " in " + all));
  }
}
