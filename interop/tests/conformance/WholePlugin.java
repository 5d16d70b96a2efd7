package conformance;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.MagicCookie;
import basics.TcpListener;
import extensions.BrokerConnector;
import java.util.Map;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import security.AutoMtls;

/// A plugin of the whole framework: two versions, AutoMTLS, broker, multiplexing. With the argument
/// `tcp` it listens on a port.
final class WholePlugin {
  private WholePlugin() {}

  static void main(String[] args) {
    ServiceSet calculator =
        ServiceSet.of("calculator", () -> new CalculatorService(new CalculatorImpl()));
    HandshakeConfig handshake =
        new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator"));
    ServeConfig config =
        ServeConfig.of(handshake, Map.of(1, calculator, 2, calculator))
            .withSecurity(AutoMtls.plugin())
            .withConnector(BrokerConnector.forPlugin());
    PluginServer.serve(
        args.length == 0 ? config : config.withListener(new TcpListener(20_000, 20_999)));
  }
}
