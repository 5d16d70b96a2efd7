package basics;

import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A socket that listens and does not serve yet: whoever connects waits. Owns its file.
///
/// It serves once: by one of the `serve` methods, or by [#channels] in a server of another kind.
public final class BoundSocket implements AutoCloseable {
  /// How many connections wait at most.
  private static final int BACKLOG = 128;

  private final PluginAddress address;
  private final ServerSocketChannel socket;

  private BoundSocket(PluginAddress address, ServerSocketChannel socket) {
    this.address = address;
    this.socket = socket;
  }

  /// Binds a socket to that address. [TcpListener] and [UnixListener] are what a plugin of this
  /// machine needs; this is for one that other machines reach.
  ///
  /// @param address port 0 lets the system choose
  /// @return the socket; the caller closes it
  /// @throws PluginTransportException if that is not possible
  public static BoundSocket at(PluginAddress address) {
    SocketAddress asked = address.socketAddress();
    try {
      ServerSocketChannel socket = open(address.network());
      try {
        socket.bind(asked, BACKLOG);
        return new BoundSocket(actual(address, socket), socket);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PluginTransportException("cannot listen at %s: %s".formatted(address, e), e);
    }
  }

  private static ServerSocketChannel open(Network network) throws IOException {
    return switch (network) {
      case UNIX -> ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      case TCP -> {
        ServerSocketChannel tcp = ServerSocketChannel.open();
        // A port whose last connections still fade away is free.
        tcp.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        yield tcp;
      }
    };
  }

  /// The address with the port that the system chose, if it was asked to choose.
  private static PluginAddress actual(PluginAddress asked, ServerSocketChannel socket)
      throws IOException {
    return socket.getLocalAddress() instanceof InetSocketAddress tcp
        ? new PluginAddress(Network.TCP, tcp.getHostString() + ":" + tcp.getPort())
        : asked;
  }

  /// Where it listens.
  public PluginAddress address() {
    return address;
  }

  /// Serves with threads of its own. If that fails, the socket is closed.
  ///
  /// @param services adds the services, interceptors and limits of the server
  /// @return the running server; the caller closes it, and with it the socket
  public ListeningServer serve(Consumer<NettyServerBuilder> services) {
    EventLoopGroup loops = EventLoops.start(2);
    return serve(
        loops,
        () -> {
          EventLoops.stop(loops);
          close();
        },
        services);
  }

  /// Serves with threads that the caller stops. If that fails, the socket is closed.
  ///
  /// @param services adds the services, interceptors and limits of the server
  /// @return the running server; the caller closes it, and with it the socket
  public ListeningServer serve(EventLoopGroup loops, Consumer<NettyServerBuilder> services) {
    return serve(loops, this::close, services);
  }

  private ListeningServer serve(
      EventLoopGroup loops, Runnable release, Consumer<NettyServerBuilder> services) {
    ListeningServer.Base base =
        new ListeningServer.Base(address, address.socketAddress(), channels(), loops, release);
    return ListeningServer.start(base, services);
  }

  /// The socket for a server that Netty makes. It takes the place of binding: the address that the
  /// server binds to does not count.
  public ChannelFactory<ServerChannel> channels() {
    return () -> new BoundServerChannel(address.network(), socket);
  }

  /// Stops listening and removes the socket's file. Calling it again does nothing.
  @Override
  public void close() {
    try {
      socket.close();
      if (address.network() == Network.UNIX) {
        Files.deleteIfExists(Path.of(address.address()));
      }
    } catch (IOException ignored) {
      // The directory is gone or not ours: there is nothing left that we could remove.
    }
  }
}
