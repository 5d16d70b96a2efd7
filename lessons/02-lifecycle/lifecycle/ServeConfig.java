package lifecycle;

import basics.PluginListener;
import basics.UnixListener;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.event.Level;

/// What a plugin serves, and how (go-plugin: `ServeConfig`). Immutable.
///
/// @param handshake what host and plugin agree on
/// @param services what the plugin offers, by version of the application's protocol; at least one
/// @param listener how it opens its door
/// @param logLevel which of its log events reach the host
public record ServeConfig(
    HandshakeConfig handshake,
    TreeMap<Integer, ServiceSet> services,
    PluginListener listener,
    Level logLevel) {
  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if there is no service
  public ServeConfig {
    services = new TreeMap<>(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("no services: a plugin offers at least one version");
    }
  }

  /// A plugin with one version, the handshake's own, on a Unix socket, that logs from INFO on.
  public static ServeConfig of(HandshakeConfig handshake, ServiceSet services) {
    return of(handshake, Map.of(handshake.protocolVersion(), services));
  }

  /// A plugin with several versions, on a Unix socket, that logs from INFO on.
  public static ServeConfig of(HandshakeConfig handshake, Map<Integer, ServiceSet> services) {
    return new ServeConfig(
        handshake, new TreeMap<>(services), UnixListener.inTempDirectory(), Level.INFO);
  }

  /// This configuration with another listener.
  public ServeConfig withListener(PluginListener other) {
    return new ServeConfig(handshake, services, other, logLevel);
  }

  /// This configuration with another log level.
  public ServeConfig withLogLevel(Level level) {
    return new ServeConfig(handshake, services, listener, level);
  }

  /// A copy, so that no one changes this one's services.
  @Override
  public TreeMap<Integer, ServiceSet> services() {
    return new TreeMap<>(services);
  }
}
