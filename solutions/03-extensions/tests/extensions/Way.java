package extensions;

import basics.PluginListener;
import basics.TcpListener;
import basics.UnixListener;
import java.nio.file.Path;
import java.util.Map;
import lifecycle.HostConnector;

/// The ways in which a host and a plugin can be connected.
enum Way {
  DIRECT_UNIX,
  DIRECT_TCP,
  MULTIPLEXED_UNIX,
  MULTIPLEXED_TCP;

  HostConnector connector() {
    return switch (this) {
      case DIRECT_UNIX, DIRECT_TCP -> BrokerConnector.direct();
      case MULTIPLEXED_UNIX, MULTIPLEXED_TCP -> BrokerConnector.multiplexed();
    };
  }

  /// The plugin's main listener.
  PluginListener listener(Path directory) {
    return switch (this) {
      case DIRECT_UNIX, MULTIPLEXED_UNIX -> new UnixListener(directory);
      case DIRECT_TCP, MULTIPLEXED_TCP -> new TcpListener(0, 0);
    };
  }

  /// What the host adds to the plugin's environment.
  Map<String, String> environment() {
    return connector().environment();
  }
}
