package lifecycle;

import basics.MagicCookie;
import basics.TcpListener;
import basics.TraceFile;
import basics.UnixListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The environment that a host gives to its plugin (go-plugin: the `PLUGIN_*` variables).
final class PluginEnvironment {
  /// What a host tells its plugin of the protocol. An application may have more variables with the
  /// same prefix: those are its own, and the plugin's too.
  private static final Set<String> PROTOCOL =
      Set.of(
          TcpListener.MIN_PORT_VARIABLE,
          TcpListener.MAX_PORT_VARIABLE,
          UnixListener.DIRECTORY_VARIABLE,
          UnixListener.GROUP_VARIABLE,
          VersionNegotiation.VARIABLE,
          PluginSecurity.CLIENT_CERTIFICATE,
          HostConnector.MULTIPLEXING_VARIABLE);

  private PluginEnvironment() {}

  /// The host's environment, if the plugin is to have it, without what its own host told it; over
  /// it the plugin's own settings; over them the protocol's.
  ///
  /// @param protocol what security and connector tell the plugin
  /// @param sockets the plugin's private directory for sockets
  static Map<String, String> of(ClientConfig config, Map<String, String> protocol, Path sockets) {
    LaunchOptions launch = config.launch();
    Map<String, String> environment = new HashMap<>();
    if (launch.hostEnvironment()) {
      environment.putAll(System.getenv());
      // A host that is a plugin itself must not pass its own handshake on.
      environment.keySet().removeAll(PROTOCOL);
      // Nor its trace: two hosts would write into one file.
      environment.remove(TraceFile.VARIABLE);
    }
    environment.putAll(config.environment());
    MagicCookie cookie = config.handshake().cookie();
    environment.put(cookie.key(), cookie.value());
    environment.put(
        VersionNegotiation.VARIABLE, VersionNegotiation.offer(config.plugins().navigableKeySet()));
    environment.put(TcpListener.MIN_PORT_VARIABLE, String.valueOf(launch.ports().min()));
    environment.put(TcpListener.MAX_PORT_VARIABLE, String.valueOf(launch.ports().max()));
    launch
        .sockets()
        .group()
        .ifPresent(group -> environment.put(UnixListener.GROUP_VARIABLE, group));
    environment.put(UnixListener.DIRECTORY_VARIABLE, sockets.toString());
    environment.putAll(protocol);
    return environment;
  }
}
