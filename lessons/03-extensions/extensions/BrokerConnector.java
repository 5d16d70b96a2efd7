package extensions;

import basics.HandshakeException;
import basics.HandshakeLine;
import java.util.Map;
import lifecycle.HostConnector;
import lifecycle.PluginConnector;

/// Gives a connection between host and plugin a [GrpcBroker].
///
/// The host chooses how side connections are carried: each by a socket of its own, or all by the
/// one main connection, which suits a plugin in a container or behind a firewall. The plugin
/// follows.
public final class BrokerConnector {
  /// By which a host asks its plugin for multiplexing.
  static final String VARIABLE = HostConnector.MULTIPLEXING_VARIABLE;

  private BrokerConnector() {}

  /// For a host: each side connection has a socket of its own.
  public static HostConnector direct() {
    return direct(BrokerGuard.NONE);
  }

  /// For a host: as [#direct()] does, with that guard on all side connections.
  public static HostConnector direct(BrokerGuard guard) {
    return new Direct(guard);
  }

  /// For a host: all side connections go over the main one (go-plugin: `GRPCBrokerMultiplex`).
  ///
  /// A plugin that cannot do that fails to start with [MultiplexingNotSupportedException].
  public static HostConnector multiplexed() {
    return multiplexed(BrokerGuard.NONE);
  }

  /// For a host: as [#multiplexed()] does, with that guard on all side connections.
  public static HostConnector multiplexed(BrokerGuard guard) {
    return new Multiplexed(guard);
  }

  /// For a plugin: as the host asks for in `PLUGIN_MULTIPLEX_GRPC`.
  ///
  /// With any text in it, the plugin says in field 7 of its handshake line that it can multiplex;
  /// it does so if the text is one of Go's words for true.
  public static PluginConnector forPlugin() {
    return forPlugin(BrokerGuard.NONE);
  }

  /// For a plugin: as [#forPlugin()] does, with that guard on all side connections.
  public static PluginConnector forPlugin(BrokerGuard guard) {
    return plan -> {
      String asked = plan.environment().getOrDefault(VARIABLE, "");
      return GoBool.parse(asked).orElse(false)
          ? new MultiplexedDoor(plan, guard)
          : new SocketDoor(plan, guard, asked.isEmpty() ? "" : "true");
    };
  }

  private record Direct(BrokerGuard guard) implements HostConnector {
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
      return BrokerLink.direct(target, guard);
    }
  }

  private record Multiplexed(BrokerGuard guard) implements HostConnector {
    @Override
    public Map<String, String> environment() {
      return Map.of(VARIABLE, "true");
    }

    @Override
    public void requireFit(HandshakeLine line) {
      String field = line.multiplexing();
      if (field.isEmpty()) {
        throw new MultiplexingNotSupportedException(field);
      }
      boolean supported =
          GoBool.parse(field)
              .orElseThrow(
                  () -> HandshakeException.inField(7, "multiplexing", field, "true or false"));
      if (!supported) {
        throw new MultiplexingNotSupportedException(field);
      }
    }

    @Override
    public Link connect(Target target) {
      return BrokerLink.multiplexed(target, guard);
    }
  }
}
