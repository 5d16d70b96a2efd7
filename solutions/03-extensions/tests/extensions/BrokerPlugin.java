package extensions;

import basics.EnvironmentListener;
import basics.MagicCookie;
import basics.Network;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for tests, as a process of its own. Its argument says what it offers: `broker` on a
/// Unix socket, `broker-tcp`, or `plain`, without a broker.
final class BrokerPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "broker"));

  private BrokerPlugin() {}

  public static void main(String[] args) {
    ServiceSet withBroker =
        ServiceSet.using("test", parts -> new TestService(GrpcBroker.of(parts)));
    ServeConfig broker =
        ServeConfig.of(HANDSHAKE, withBroker).withConnector(BrokerConnector.forPlugin());
    PluginServer.serve(
        switch (args[0]) {
          case "broker-tcp" -> broker.withListener(new EnvironmentListener(Network.TCP));
          case "plain" ->
              ServeConfig.of(HANDSHAKE, ServiceSet.of("calculator", TestService::calculator));
          default -> broker;
        });
  }
}
