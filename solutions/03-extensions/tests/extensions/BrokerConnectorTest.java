package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.ListeningServer;
import basics.Logging;
import basics.TcpListener;
import basics.TransportSecurity;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lifecycle.HostConnector;
import lifecycle.PluginConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// How host and plugin agree on multiplexing: a variable, and field 7 of the handshake line.
class BrokerConnectorTest {
  private static final HandshakeLine SIX_FIELDS =
      HandshakeLine.parse("1|1|unix|/tmp/plugin1|grpc|");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void noThreadIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  private static PluginConnector.Plan plan(Map<String, String> environment) {
    return new PluginConnector.Plan(environment, new TcpListener(0, 0), TransportSecurity.NONE);
  }

  @Test
  @Tag("F15")
  void onlyTheMultiplexingHostAsksForIt() {
    assertThat(BrokerConnector.direct().environment()).isEmpty();
    assertThat(BrokerConnector.multiplexed().environment())
        .isEqualTo(Map.of("PLUGIN_MULTIPLEX_GRPC", "true"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', false",
    "1, true, true",
    "t, true, true",
    "T, true, true",
    "TRUE, true, true",
    "true, true, true",
    "True, true, true",
    "tRUE, true, false",
    "false, true, false",
    "0, true, false",
    "garbage, true, false",
  })
  @Tag("F15")
  void thePluginFollowsTheVariable(String value, String field, boolean multiplexes) {
    try (PluginConnector.Door door =
        BrokerConnector.forPlugin().prepare(plan(Map.of("PLUGIN_MULTIPLEX_GRPC", value)))) {
      assertThat(door.multiplexing()).isEqualTo(field);
      assertThat(door instanceof MultiplexedDoor).isEqualTo(multiplexes);
    }
  }

  @Test
  void ofTwoGuardsTheOuterOneIsAddedLast() {
    List<String> added = new ArrayList<>();
    BrokerGuard inner = new BrokerGuard(s -> added.add("server in"), d -> added.add("dial in"));
    BrokerGuard outer = new BrokerGuard(s -> added.add("server out"), d -> added.add("dial out"));
    BrokerGuard both = inner.and(outer);

    both.servers().accept(NettyServerBuilder.forPort(0));
    both.dials().accept(NettyChannelBuilder.forAddress("localhost", 1));

    // gRPC asks the interceptor first that was added last.
    assertThat(added).containsExactly("server in", "server out", "dial in", "dial out");
  }

  @Test
  @Tag("F15")
  void withoutTheVariableTheLineHasSixFields() {
    try (PluginConnector.Door door = BrokerConnector.forPlugin().prepare(plan(Map.of()))) {
      assertThat(SIX_FIELDS.with("", door.multiplexing()).format())
          .isEqualTo("1|1|unix|/tmp/plugin1|grpc|");
    }
  }

  @Test
  @Tag("F15")
  @Tag("case-23")
  void aPluginWithSixFieldsDoesNotMultiplex() {
    assertThatThrownBy(() -> BrokerConnector.multiplexed().requireFit(SIX_FIELDS))
        .isInstanceOf(MultiplexingNotSupportedException.class)
        .hasMessageContainingAll("field 7", "absent", "BrokerConnector.direct()", "forPlugin()");
    assertThatCode(() -> BrokerConnector.direct().requireFit(SIX_FIELDS))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "F"})
  @Tag("F15")
  @Tag("case-23")
  void aPluginThatSaysFalseDoesNotMultiplex(String field) {
    assertThatThrownBy(() -> BrokerConnector.multiplexed().requireFit(SIX_FIELDS.with("", field)))
        .isInstanceOf(MultiplexingNotSupportedException.class)
        .hasMessageContaining("field 7 of its handshake line is \"" + field + "\"");
    assertThatCode(() -> BrokerConnector.direct().requireFit(SIX_FIELDS.with("", field)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "tRUE", " ", "2"})
  @Tag("F15")
  void aFieldThatIsNoTruthValueIsTold(String field) {
    assertThatThrownBy(() -> BrokerConnector.multiplexed().requireFit(SIX_FIELDS.with("", field)))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContainingAll("field 7 (multiplexing)", "\"" + field + "\"", "true or false")
        .extracting(error -> ((HandshakeException) error).field())
        .isEqualTo(7);
  }

  @Test
  @Tag("F15")
  @Tag("case-70")
  void aPluginWhoseHostNeverConnectsSaysSoAndGoesOnWaiting() {
    Logger logger = (Logger) LoggerFactory.getLogger(MultiplexedDoor.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    MultiplexedDoor door =
        new MultiplexedDoor(plan(Map.of()), BrokerGuard.NONE, Duration.ofMillis(50));
    try (door;
        ListeningServer server =
            door.listen(
                builder -> {
                  door.services().forEach(builder::addService);
                  builder.addService(TestService.calculator());
                })) {
      await("the plugin says that it waits")
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () ->
                  assertThat(log.list)
                      .extracting(ILoggingEvent::getFormattedMessage)
                      .anyMatch(message -> message.contains("has not connected within 50 ms")));
      assertThatThrownBy(() -> GrpcBroker.of(door.parts()).dial(1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("no host has opened the broker's stream within 5 s");

      try (HostConnector.Link late = Leftovers.connect(Way.MULTIPLEXED_TCP, server.address())) {
        assertThat(TestService.sum(late.channel())).isEqualTo(42);
      }
    } finally {
      logger.detachAppender(log);
    }
  }
}
