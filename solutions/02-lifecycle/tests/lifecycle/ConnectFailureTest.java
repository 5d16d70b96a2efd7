package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.HandshakeLine;
import basics.Logging;
import basics.PluginTransportException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthGrpc;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  @Tag("F25")
  void anyFailureToTakeOverClosesTheConnection() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    ClientConfig config =
        Helper.script("exit 1")
            .connector(
                new Connecting(target -> new Faulty(HostConnector.DIRECT.connect(target), closed)))
            .build();
    Process bystander = new ProcessBuilder("sleep", "300").start();
    try {
      ReattachConfig where =
          new ReattachConfig(
              "grpc",
              1,
              bystander.pid(),
              HandshakeLine.parse("1|1|unix|/tmp/no-such-socket|grpc|").pluginAddress());

      assertThatThrownBy(() -> PluginClient.reattach(config, where))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a bug");
      assertThat(closed).as("times that the link was closed").hasValue(1);
      assertThat(Helper.runs(bystander.pid())).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
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

  /// A link that breaks when the plugin is asked for its health.
  private record Faulty(HostConnector.Link real, AtomicInteger closed)
      implements HostConnector.Link {
    @Override
    public Channel channel() {
      return new Channel() {
        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
          if (HealthGrpc.SERVICE_NAME.equals(method.getServiceName())) {
            throw new IllegalStateException("a bug");
          }
          return real.channel().newCall(method, options);
        }

        @Override
        public String authority() {
          return real.channel().authority();
        }
      };
    }

    @Override
    public Parts parts() {
      return real.parts();
    }

    @Override
    public void quiesce() {
      real.quiesce();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
      real.close();
    }
  }
}
