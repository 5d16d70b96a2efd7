package security;

import static org.assertj.core.api.Assertions.assertThat;

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import contract.Calculator;
import extensions.BrokerConnection;
import extensions.BrokerConnector;
import extensions.BrokerServer;
import extensions.GrpcBroker;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The broker's connections under AutoMTLS, with a plugin's process.
class BrokerMtlsTest {
  /// What a host needs for both directions.
  private record Tools(Calculator calculator, GrpcBroker broker) {}

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F14")
  @Tag("F18")
  @Tag("case-43")
  void eitherSideServesTheOther() {
    try (PluginClient client = PluginClient.of(config())) {
      client.ping();
      Tools tools = client.dispense("calculator", Tools.class);
      tools.calculator().initialize();

      Calculator own = new CalculatorImpl();
      own.initialize();
      int id = tools.broker().nextId();
      try (BrokerServer server =
          tools
              .broker()
              .acceptAndServe(id, builder -> builder.addService(new CalculatorService(own)))) {
        assertThat(tools.calculator().multiply(server.streamId(), 0)).isEqualTo(42);
      }
      try (BrokerConnection plugin = tools.broker().dial(1)) {
        assertThat(new CalculatorClient(plugin.channel()).add(20, 22)).isEqualTo(42);
      }
    }
  }

  private static ClientConfig config() {
    return Helper.plugin("broker")
        .plugins(
            PluginSet.of(
                "calculator",
                Tools.class,
                context ->
                    new Tools(new CalculatorClient(context.channel()), GrpcBroker.of(context))))
        .connector(BrokerConnector.direct())
        .security(AutoMtls.host())
        .build();
  }
}
