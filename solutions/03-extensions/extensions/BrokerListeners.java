package extensions;

import basics.PluginListener;
import basics.PluginTransportException;
import basics.TcpListener;
import basics.UnixListener;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import lifecycle.PluginConnector;

/// Where a plugin opens its side sockets: as its main one, and where its host says.
final class BrokerListeners {
  private static final String DIRECTORY = "PLUGIN_UNIX_SOCKET_DIR";
  private static final String MIN_PORT = "PLUGIN_MIN_PORT";
  private static final String MAX_PORT = "PLUGIN_MAX_PORT";

  private BrokerListeners() {}

  static PluginListener of(PluginConnector.Plan plan) {
    return switch (plan.listener()) {
      case UnixListener main -> unix(main, plan.environment());
      case TcpListener main -> tcp(main, plan.environment());
      default -> plan.listener();
    };
  }

  private static PluginListener unix(UnixListener main, Map<String, String> environment) {
    String directory = environment.getOrDefault(DIRECTORY, "");
    try {
      return directory.isEmpty() ? main : new UnixListener(Path.of(directory));
    } catch (InvalidPathException e) {
      throw new PluginTransportException(DIRECTORY + " is no path: " + e.getMessage(), e);
    }
  }

  private static PluginListener tcp(TcpListener main, Map<String, String> environment) {
    String min = environment.getOrDefault(MIN_PORT, "");
    String max = environment.getOrDefault(MAX_PORT, "");
    if (min.isEmpty() || max.isEmpty()) {
      return main;
    }
    try {
      return new TcpListener(Integer.parseInt(min), Integer.parseInt(max));
    } catch (IllegalArgumentException e) {
      throw new PluginTransportException(
          "%s and %s are no range of ports: %s to %s".formatted(MIN_PORT, MAX_PORT, min, max), e);
    }
  }
}
