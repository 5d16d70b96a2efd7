package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import basics.Network;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a plugin writes to its standard streams while it serves.
class StdioTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  private PluginClient client(String mode) {
    return PluginClient.of(Helper.plugin(mode).syncStdout(out).syncStderr(err).build());
  }

  private static void makeItAct(PluginClient client) {
    client.dispense("calculator", Calculator.class).initialize();
  }

  @Test
  @Tag("F16")
  @Tag("case-9")
  @Tag("case-47")
  void bytesArriveExactlyOnBothStreams() {
    try (PluginClient client = client("speak")) {
      makeItAct(client);

      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () -> {
                assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("to stdout ä");
                assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("to stderr");
              });
    }
  }

  @Test
  @Tag("F16")
  void moreThanTheBufferHoldsArrivesWhole() {
    try (PluginClient client = client("flood")) {
      makeItAct(client);

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(out.size()).isEqualTo(HelperPlugin.FLOOD_BYTES));
      byte[] bytes = out.toByteArray();
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] != 'a' + i % 26) {
          throw new AssertionError("byte " + i + " is " + bytes[i]);
        }
      }
    }
  }

  @Test
  @Tag("F16")
  @Tag("case-75")
  void theLastBytesBeforeAKillArrive() {
    PluginClient client = client("last-words");
    makeItAct(client);

    KillReport report = client.kill();

    assertThat(report.graceful()).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("last words").hasSize(20_010);
  }

  @Test
  @Tag("F16")
  @Tag("F23")
  @Tag("case-75")
  void theLastBytesOfAPluginThatExitsByItselfArrive() {
    try (PluginClient client = client("exit")) {
      try {
        makeItAct(client);
      } catch (CalculatorUnavailableException e) {
        // The exit was quicker than the answer.
      }

      assertThat(client.exit()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(ExitStatus.of(3));
      await()
          .untilAsserted(
              () -> assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("I exit"));
      assertThatThrownBy(client::ping).hasMessageContaining("exit code 3");
    }
  }

  @Test
  @Tag("F8")
  @Tag("F30")
  void callsAndPingsWorkOverTcpInTheHostsPorts() {
    ClientConfig config = Helper.plugin("tcp-ports").ports(21_000, 21_500).build();
    try (PluginClient client = PluginClient.of(config)) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();

      assertThat(calculator.add(1, 2)).isEqualTo(3);
      assertThat(client.reattachConfig().address().network()).isEqualTo(Network.TCP);
      String address = client.reattachConfig().address().address();
      assertThat(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)))
          .isBetween(21_000, 21_500);
      client.ping();
      assertThat(client.kill().graceful()).isTrue();
    }
  }

  @Test
  @Tag("F16")
  void tenMegabytesOnTheRealStdoutDoNotBlockAPlugin() {
    try (PluginClient client = client("raw")) {
      makeItAct(client);

      assertThat(out.size()).as("they are no stdio of the connection's").isZero();
    }
  }

  @Test
  @Tag("F16")
  void aBrokenWriterOfTheHostDoesNotReachThePlugin() {
    ClientConfig config =
        Helper.plugin("flood")
            .syncStdout(
                new java.io.OutputStream() {
                  @Override
                  public void write(int single) throws java.io.IOException {
                    throw new java.io.IOException("disk full");
                  }
                })
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      makeItAct(client);
      client.ping();
    }
  }

  @Test
  @Tag("F6")
  @Tag("case-32")
  void negotiatesTheHighestVersionOfBoth() {
    for (List<Integer> host : List.of(List.of(1), List.of(1, 2, 3))) {
      ClientConfig.Builder builder =
          Helper.config(Helper.command(HelperPlugin.class, "versions", "1", "2"));
      host.forEach(version -> builder.plugins(version, Helper.CALCULATOR));
      try (PluginClient client = PluginClient.of(builder.build())) {
        assertThat(client.negotiatedVersion()).isEqualTo(host.size() == 1 ? 1 : 2);
        makeItAct(client);
      }
    }
  }
}
