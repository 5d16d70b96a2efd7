package basics;

import java.util.Map;

/// Listens on the first free TCP port of a range, on 127.0.0.1 only (go-plugin:
/// `serverListener_tcp`).
///
/// @param minPort the first port to try, 0 to 65535; 0 lets the system choose
/// @param maxPort the last port to try, not below `minPort`
public record TcpListener(int minPort, int maxPort) implements PluginListener {
  /// The lowest port that a host allows its plugin.
  public static final String MIN_PORT_VARIABLE = "PLUGIN_MIN_PORT";

  /// The highest port that a host allows its plugin.
  public static final String MAX_PORT_VARIABLE = "PLUGIN_MAX_PORT";

  private static final String LOOPBACK = "127.0.0.1";

  /// @throws IllegalArgumentException if the range is empty or leaves 0 to 65535
  public TcpListener {
    if (minPort < 0 || maxPort > 65_535 || minPort > maxPort) {
      throw new IllegalArgumentException("not a range of ports: " + minPort + " to " + maxPort);
    }
  }

  /// A listener in the range that the host allows: [#MIN_PORT_VARIABLE] to [#MAX_PORT_VARIABLE]. A
  /// variable that is absent or empty means 0; without both, the system chooses.
  ///
  /// @param environment the plugin's environment
  /// @throws PluginTransportException if a variable is no number, or the two are no range of ports
  public static TcpListener of(Map<String, String> environment) {
    int min = port(environment, MIN_PORT_VARIABLE);
    int max = port(environment, MAX_PORT_VARIABLE);
    try {
      return new TcpListener(min, max);
    } catch (IllegalArgumentException e) {
      throw new PluginTransportException(
          """
          %s is %d and %s is %d: %s
          Both are ports, 0 to 65535, and the first is not above the second."""
              .formatted(MIN_PORT_VARIABLE, min, MAX_PORT_VARIABLE, max, e.getMessage()),
          e);
    }
  }

  private static int port(Map<String, String> environment, String name) {
    String text = environment.getOrDefault(name, "");
    try {
      return text.isBlank() ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new PluginTransportException(
          "%s is \"%s\", expected a port, 0 to 65535".formatted(name, text), e);
    }
  }

  @Override
  public BoundSocket bind() {
    int port = minPort;
    while (true) {
      try {
        return BoundSocket.at(new PluginAddress(Network.TCP, LOOPBACK + ":" + port));
      } catch (PluginTransportException e) {
        if (port == maxPort) {
          // The last one's failure stands for all: a range may have thousands.
          throw new PluginTransportException(
              "no free TCP port from %d to %d on %s".formatted(minPort, maxPort, LOOPBACK), e);
        }
        port++;
      }
    }
  }
}
