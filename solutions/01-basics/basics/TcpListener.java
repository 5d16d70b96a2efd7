package basics;

/// Listens on the first free TCP port of a range, on 127.0.0.1 only (go-plugin:
/// `serverListener_tcp`).
///
/// @param minPort the first port to try, 0 to 65535; 0 lets the system choose
/// @param maxPort the last port to try, not below `minPort`
public record TcpListener(int minPort, int maxPort) implements PluginListener {
  private static final String LOOPBACK = "127.0.0.1";

  /// @throws IllegalArgumentException if the range is empty or leaves 0 to 65535
  public TcpListener {
    if (minPort < 0 || maxPort > 65_535 || minPort > maxPort) {
      throw new IllegalArgumentException("not a range of ports: " + minPort + " to " + maxPort);
    }
  }

  @Override
  public BoundSocket bind() {
    PluginTransportException failure =
        new PluginTransportException(
            "no free TCP port from %d to %d on %s".formatted(minPort, maxPort, LOOPBACK));
    for (int port = minPort; port <= maxPort; port++) {
      try {
        return BoundSocket.at(new PluginAddress(Network.TCP, LOOPBACK + ":" + port));
      } catch (PluginTransportException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }
}
