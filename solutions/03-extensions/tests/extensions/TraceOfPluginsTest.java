package extensions;

import static extensions.RegistryFixture.LONG;
import static extensions.RegistryFixture.awaitState;
import static extensions.RegistryFixture.command;
import static extensions.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import lifecycle.HostConnector;
import lifecycle.Trace;
import lifecycle.TraceEvent;
import lifecycle.TraceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a host of layer 3 records: its broker's messages, and which of its plugins does what.
class TraceOfPluginsTest {
  private final List<TraceEvent> events = new CopyOnWriteArrayList<>();
  private final Trace trace =
      (process, kind, details) -> events.add(new TraceEvent(0, process, kind, Map.copyOf(details)));

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    RegistryFixture.assertNothingRuns();
  }

  private List<String> brokerMessages() {
    return events.stream()
        .filter(event -> event.kind().equals(TraceKind.BROKER))
        .map(
            event ->
                "%s %s of %s"
                    .formatted(
                        event.detail("direction"), event.detail("what"), event.detail("stream")))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theBrokersMessagesAreRecorded(Way way) throws IOException {
    boolean direct = way == Way.DIRECT_UNIX || way == Way.DIRECT_TCP;
    try (Pair pair = Pair.of(way);
        HostConnector.Link host = pair.connect(trace)) {
      GrpcBroker broker = GrpcBroker.of(host.parts());
      int stream = TestService.open(host.channel());
      try (BrokerConnection connection = broker.dial(stream)) {
        assertThat(TestService.sum(connection.channel())).isEqualTo(42);
      }

      assertThat(brokerMessages())
          .containsExactlyElementsOf(
              direct
                  ? List.of("received announce of " + stream)
                  : List.of("sent knock of " + stream, "received come in of " + stream));
    }
  }

  @Test
  void aPluginIsNamedAndItsRestartTold() {
    try (PluginRegistry registry =
        PluginRegistry.builder(
                PluginCatalog.of(List.of(manifest("primes", "1.0.0", command(1)))),
                manifest -> RegistryFixture.config(manifest).withTrace(trace))
            .open()) {
      PluginHandle primes = registry.plugin("primes").awaitReady(LONG);
      assertThat(kinds()).doesNotContain(TraceKind.RESTART);

      RegistryFixture.killProcess(primes);
      awaitState(primes, PluginReadiness.DIED);
      primes.start().join();
    }

    assertThat(events)
        .filteredOn(event -> event.kind().equals(TraceKind.HANDSHAKE))
        .hasSize(2)
        .allMatch(event -> event.process().equals("primes"));
    assertThat(events)
        .filteredOn(event -> event.kind().equals(TraceKind.RESTART))
        .singleElement()
        .satisfies(
            restart ->
                assertThat(restart.details()).isEqualTo(Map.of("plugin", "primes", "launch", 2L)));
  }

  private List<String> kinds() {
    return events.stream().map(TraceEvent::kind).toList();
  }
}
