package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpListenerTest {
  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @Test
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
          .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 4", "0, 65536"})
  void refusesWhatIsNoRange(int min, int max) {
    assertThatThrownBy(() -> new TcpListener(min, max))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a range of ports: %d to %d", min, max);
  }

  private static int port(ListeningServer server) {
    String address = server.address().address();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
