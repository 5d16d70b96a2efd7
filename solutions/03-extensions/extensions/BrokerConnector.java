package extensions;

import basics.HandshakeLine;
import java.util.Map;
import lifecycle.HostConnector;
import lifecycle.PluginConnector;

/// Gives a connection between host and plugin a [GrpcBroker].
public final class BrokerConnector {
  private BrokerConnector() {}

  /// For a host: each side connection has a socket of its own.
  public static HostConnector direct() {
    return new Direct();
  }

  /// For a plugin.
  public static PluginConnector forPlugin() {
    return plan -> new SocketDoor(plan, "");
  }

  private record Direct() implements HostConnector {
    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void requireFit(HandshakeLine line) {
      // A plugin without a broker can be used all the same.
    }

    @Override
    public Link connect(Target target) {
      return new SocketLink(target);
    }
  }
}
