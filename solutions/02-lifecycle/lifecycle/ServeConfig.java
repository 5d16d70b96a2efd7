package lifecycle;

import basics.EnvironmentListener;
import basics.Network;
import basics.PluginListener;
import io.grpc.netty.NettyServerBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.event.Level;

/// What a plugin serves, and how (go-plugin: `ServeConfig`). Immutable.
///
/// @param handshake what host and plugin agree on
/// @param services what the plugin offers, by version of the application's protocol; at least one
/// @param listener how it opens its door; [EnvironmentListener] follows the host's wishes
/// @param security how it proves to its host who it is
/// @param connector how it lets its host in, and what it offers over the connection
/// @param server the plugin's own settings of its server: limits, interceptors
/// @param logLevel which of its log events reach the host
/// @param hostWatch whether it ends as soon as the host that started it is gone
public record ServeConfig(
    HandshakeConfig handshake,
    TreeMap<Integer, ServiceSet> services,
    PluginListener listener,
    PluginSecurity security,
    PluginConnector connector,
    Consumer<NettyServerBuilder> server,
    Level logLevel,
    boolean hostWatch) {
  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if there is no service
  public ServeConfig {
    services = new TreeMap<>(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("no services: a plugin offers at least one version");
    }
  }

  /// A plugin with one version, the handshake's own, on a Unix socket where the host wants it, that
  /// logs from INFO on.
  public static ServeConfig of(HandshakeConfig handshake, ServiceSet services) {
    return of(handshake, Map.of(handshake.protocolVersion(), services));
  }

  /// A plugin with several versions, on a Unix socket where the host wants it, that logs from INFO
  /// on.
  public static ServeConfig of(HandshakeConfig handshake, Map<Integer, ServiceSet> services) {
    return new ServeConfig(
        handshake,
        new TreeMap<>(services),
        new EnvironmentListener(Network.UNIX),
        PluginSecurity.NONE,
        PluginConnector.DIRECT,
        builder -> {},
        Level.INFO,
        /* hostWatch= */ true);
  }

  /// This configuration with another listener.
  public ServeConfig withListener(PluginListener other) {
    return new ServeConfig(
        handshake, services, other, security, connector, server, logLevel, hostWatch);
  }

  /// This configuration with transport security.
  public ServeConfig withSecurity(PluginSecurity other) {
    return new ServeConfig(
        handshake, services, listener, other, connector, server, logLevel, hostWatch);
  }

  /// This configuration with another connector, such as the broker's.
  public ServeConfig withConnector(PluginConnector other) {
    return new ServeConfig(
        handshake, services, listener, security, other, server, logLevel, hostWatch);
  }

  /// This configuration with settings of the server, such as limits and interceptors, applied last
  /// (go-plugin: `GRPCServer`).
  public ServeConfig withServer(Consumer<NettyServerBuilder> settings) {
    return new ServeConfig(
        handshake, services, listener, security, connector, settings, logLevel, hostWatch);
  }

  /// This configuration with another log level.
  public ServeConfig withLogLevel(Level level) {
    return new ServeConfig(
        handshake, services, listener, security, connector, server, level, hostWatch);
  }

  /// This configuration with or without a watch on the host. With it, the common case, a plugin
  /// ends when the process that started it does, however that ends. Without it the plugin lives on
  /// until some host asks it to end: for a plugin that another host is to take over
  /// ([PluginClient#reattach]). If none does, it stays for ever, as in go-plugin.
  public ServeConfig withHostWatch(boolean watch) {
    return new ServeConfig(
        handshake, services, listener, security, connector, server, logLevel, watch);
  }

  /// A copy, so that no one changes this one's services.
  @Override
  public TreeMap<Integer, ServiceSet> services() {
    return new TreeMap<>(services);
  }
}
