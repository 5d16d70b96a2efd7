package conformance;

import basics.CalculatorClient;
import basics.Logging;
import basics.MagicCookie;
import contract.Calculator;
import extensions.BrokerConnector;
import java.util.List;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import security.AutoMtls;

/// A host of the whole framework, for a plugin whose command is its arguments: AutoMTLS, broker.
final class WholeHost {
  private WholeHost() {}

  static void main(String[] args) {
    Logging.toStderr();
    PluginSet plugins =
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
    ClientConfig config =
        ClientConfig.builder(
                new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator")),
                List.of(args))
            .plugins(plugins)
            .security(AutoMtls.host())
            .connector(BrokerConnector.direct())
            .build();
    try (PluginClient plugin = PluginClient.of(config)) {
      plugin.ping();
      Calculator calculator = plugin.dispense("calculator", Calculator.class);
      calculator.initialize();
      if (calculator.add(2, 3) != 5) {
        throw new IllegalStateException("2 + 3 is not 5");
      }
    }
  }
}
