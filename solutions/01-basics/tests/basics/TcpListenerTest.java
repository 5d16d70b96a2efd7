package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpListenerTest {
  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @Test
  @Tag("F8")
  void portZeroLetsTheSystemChoose() {
    try (ListeningServer server = new TcpListener(0, 0).listen(builder -> {})) {
      assertThat(server.address().network()).isEqualTo(Network.TCP);
      assertThat(server.address().address()).startsWith("127.0.0.1:");
      assertThat(port(server)).isBetween(1, 65_535);
    }
  }

  @Test
  void listensAgainOnAPortThatWasFreed() {
    int port;
    try (ListeningServer server = new TcpListener(0, 0).listen(builder -> {})) {
      port = port(server);
    }
    try (ListeningServer server = new TcpListener(port, port).listen(builder -> {})) {
      assertThat(port(server)).isEqualTo(port);
    }
  }

  @Test
  @Tag("F8")
  void takesTheNextPortOfItsRange() {
    try (ListeningServer first = new TcpListener(0, 0).listen(builder -> {})) {
      int taken = port(first);
      int last = Math.min(taken + 100, 65_535);
      try (ListeningServer second = new TcpListener(taken, last).listen(builder -> {})) {
        assertThat(port(second)).isBetween(taken + 1, last);
      }
    }
  }

  @Test
  void aRangeWithoutAFreePortIsTold() {
    try (ListeningServer first = new TcpListener(0, 0).listen(builder -> {})) {
      int taken = port(first);

      assertThatThrownBy(() -> new TcpListener(taken, taken).listen(builder -> {}))
          .isInstanceOf(PluginTransportException.class)
          .hasMessage("no free TCP port from %d to %d on 127.0.0.1", taken, taken)
          .as("a host's common range has 15,001 ports: only the last one's failure is kept")
          .satisfies(error -> assertThat(error.getSuppressed()).isEmpty())
          .hasCauseInstanceOf(PluginTransportException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 4", "0, 65536"})
  void refusesWhatIsNoRange(int min, int max) {
    assertThatThrownBy(() -> new TcpListener(min, max))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a range of ports: %d to %d", min, max);
  }

  @Test
  @Tag("F30")
  void followsThePortsOfItsHost() {
    try (ListeningServer free = new TcpListener(0, 0).listen(builder -> {})) {
      String taken = String.valueOf(port(free));
      String last = String.valueOf(Math.min(port(free) + 100, 65_535));
      PluginListener listener =
          new EnvironmentListener(Network.TCP)
              .in(Map.of("PLUGIN_MIN_PORT", taken, "PLUGIN_MAX_PORT", last));

      assertThat(listener)
          .isEqualTo(new TcpListener(Integer.parseInt(taken), Integer.parseInt(last)));
      try (ListeningServer server = listener.listen(builder -> {})) {
        assertThat(port(server)).isBetween(port(free) + 1, Integer.parseInt(last));
      }
    }
  }

  @Test
  @Tag("F30")
  void withoutPortsTheSystemChooses() {
    assertThat(TcpListener.of(Map.of())).isEqualTo(new TcpListener(0, 0));
    assertThat(TcpListener.of(Map.of("PLUGIN_MIN_PORT", "", "PLUGIN_MAX_PORT", " ")))
        .isEqualTo(new TcpListener(0, 0));
  }

  @ParameterizedTest
  @Tag("F30")
  @CsvSource({
    "11000, 10000, PLUGIN_MIN_PORT is 11000 and PLUGIN_MAX_PORT is 10000",
    "1, 70000, not a range of ports",
    "5, '', PLUGIN_MAX_PORT is 0",
    "many, 7, 'PLUGIN_MIN_PORT is \"many\", expected a port'",
    "7, 0x8, 'PLUGIN_MAX_PORT is \"0x8\"'",
  })
  void saysWhatIsWrongWithThePortsOfItsHost(String min, String max, String complaint) {
    assertThatThrownBy(() -> TcpListener.of(Map.of("PLUGIN_MIN_PORT", min, "PLUGIN_MAX_PORT", max)))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining(complaint);
  }

  private static int port(ListeningServer server) {
    String address = server.address().address();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
