package basics;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;

/// Where a plugin listens.
///
/// @param network the kind of socket
/// @param address a socket's path, or `host:port`; an empty host means this machine
public record PluginAddress(Network network, String address) {
  /// The longest path of a socket in bytes: `sun_path` holds 108 on Linux and 104 on macOS, one of
  /// them the closing zero. The smaller counts, so that a path works on both.
  public static final int MAX_PATH_BYTES = 103;

  /// The address as the JDK's sockets take it.
  ///
  /// @throws PluginTransportException if the path is too long or the port is not 0 to 65535
  public SocketAddress socketAddress() {
    return switch (network) {
      case UNIX -> unixAddress();
      case TCP -> tcpAddress();
    };
  }

  private UnixDomainSocketAddress unixAddress() {
    int length = address.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_PATH_BYTES) {
      throw new PluginTransportException(
          """
          socket path is too long: %d bytes, at most %d: %s
          Choose a shorter directory for sockets, for example by TMPDIR=/tmp."""
              .formatted(length, MAX_PATH_BYTES, VisibleText.shortened(address)));
    }
    try {
      return UnixDomainSocketAddress.of(address);
    } catch (InvalidPathException e) {
      throw new PluginTransportException("not a path: " + VisibleText.shortened(address), e);
    }
  }

  private InetSocketAddress tcpAddress() {
    int colon = address.lastIndexOf(':');
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      String host = colon <= 0 ? "127.0.0.1" : address.substring(0, colon);
      return new InetSocketAddress(host, port);
    } catch (IllegalArgumentException e) {
      throw new PluginTransportException(
          "not a host:port address: " + VisibleText.shortened(address), e);
    }
  }

  @Override
  public String toString() {
    return network.wireName() + ":" + address;
  }
}
