package basics;

import java.util.Map;

/// Listens where the host says in the plugin's environment (go-plugin: `PLUGIN_UNIX_SOCKET_DIR`,
/// `PLUGIN_UNIX_SOCKET_GROUP`, `PLUGIN_MIN_PORT`, `PLUGIN_MAX_PORT`). What a plugin uses unless it
/// says otherwise.
///
/// @param network on which kind of socket; the environment does not choose it
public record EnvironmentListener(Network network) implements PluginListener {
  /// Looks into this process's environment.
  @Override
  public BoundSocket bind() {
    return in(System.getenv()).bind();
  }

  @Override
  public PluginListener in(Map<String, String> environment) {
    return switch (network) {
      case UNIX -> UnixListener.of(environment);
      case TCP -> TcpListener.of(environment);
    };
  }
}
