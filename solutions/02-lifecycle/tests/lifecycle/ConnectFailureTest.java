package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.HandshakeLine;
import basics.Logging;
import basics.PluginTransportException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plugin that prints its line and cannot be connected to all the same.
class ConnectFailureTest {
  private static final String LINE = "echo '1|1|unix|/tmp/no-such-socket|grpc|'; ";

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F2")
  @Tag("F35")
  void aPluginThatDiesAfterItsLineLeavesItsEvidence() {
    ClientConfig config =
        Helper.script(LINE + "echo 'no space left' >&2; exit 7")
            .connector(new Connecting(ConnectFailureTest::refuse))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginTransportException.class)
          .hasMessageStartingWith("cannot connect to the test's plugin\n")
          .hasMessageContaining("exit code 7")
          .hasMessageContaining("no space left")
          .hasMessageContaining("command: /bin/sh -c")
          .hasCauseInstanceOf(PluginTransportException.class);
      assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    }
  }

  @Test
  @Tag("F2")
  @Tag("F35")
  void aPluginThatLivesAndDoesNotListenIsKilledAndTold() {
    ClientConfig config =
        Helper.script("echo 'I am deaf' >&2; " + LINE + "exec sleep 300")
            .connector(new Connecting(ConnectFailureTest::refuse))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginTransportException.class)
          .hasMessageContaining("It was still running, and was killed.")
          .hasMessageContaining("I am deaf");
    }
  }

  private static HostConnector.Link refuse(HostConnector.Target target) {
    throw new PluginTransportException("cannot connect to the test's plugin");
  }

  /// A connector with a way of its own to connect.
  private record Connecting(Function<HostConnector.Target, HostConnector.Link> way)
      implements HostConnector {
    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void requireFit(HandshakeLine line) {
      // All do.
    }

    @Override
    public Link connect(Target target) {
      return way.apply(target);
    }
  }
}
