package extensions;

import basics.BoundSocket;
import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Listens for raw connections and runs a server session on each. Owns its sessions and its
/// socket's file.
public final class YamuxListener implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final PluginAddress address;
  private final Channel channel;
  private final Set<YamuxSession> sessions;

  private YamuxListener(PluginAddress address, Channel channel, Set<YamuxSession> sessions) {
    this.address = address;
    this.channel = channel;
    this.sessions = sessions;
  }

  /// Listens at that address.
  ///
  /// @param loops serves the connections; the caller keeps it
  /// @param acceptor decides on the streams that hosts open, for all sessions
  /// @param onSession is told of each new session before any of its streams; it is called on an
  ///   event loop and must not block
  /// @throws PluginTransportException if that is not possible
  public static YamuxListener listen(
      PluginAddress address,
      EventLoopGroup loops,
      YamuxConfig config,
      YamuxAcceptor acceptor,
      Consumer<YamuxSession> onSession) {
    Set<YamuxSession> sessions = ConcurrentHashMap.newKeySet();
    ServerBootstrap bootstrap =
        bootstrap(loops, config, acceptor, onSession, sessions).channel(channelType(address));
    return bind(bootstrap, address, sessions);
  }

  /// Listens at a socket that is bound already, and takes it over.
  ///
  /// @param loops serves the connections; the caller keeps it
  /// @param acceptor decides on the streams that hosts open, for all sessions
  /// @param onSession is told of each new session before any of its streams; it is called on an
  ///   event loop and must not block
  public static YamuxListener listen(
      BoundSocket socket,
      EventLoopGroup loops,
      YamuxConfig config,
      YamuxAcceptor acceptor,
      Consumer<YamuxSession> onSession) {
    Set<YamuxSession> sessions = ConcurrentHashMap.newKeySet();
    ServerBootstrap bootstrap =
        bootstrap(loops, config, acceptor, onSession, sessions).channelFactory(socket.channels());
    return bind(bootstrap, socket.address(), sessions);
  }

  private static ServerBootstrap bootstrap(
      EventLoopGroup loops,
      YamuxConfig config,
      YamuxAcceptor acceptor,
      Consumer<YamuxSession> onSession,
      Set<YamuxSession> sessions) {
    return new ServerBootstrap()
        .group(loops)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel raw) {
                YamuxSession session = YamuxSession.server(raw, config, acceptor);
                sessions.add(session);
                raw.closeFuture().addListener(done -> sessions.remove(session));
                onSession.accept(session);
              }
            });
  }

  private static YamuxListener bind(
      ServerBootstrap bootstrap, PluginAddress address, Set<YamuxSession> sessions) {
    ChannelFuture bind = bootstrap.bind(address.socketAddress());
    if (!bind.awaitUninterruptibly(TIMEOUT.toMillis()) || !bind.isSuccess()) {
      throw new PluginTransportException(
          "cannot listen at %s: %s".formatted(address, bind.cause()), bind.cause());
    }
    return new YamuxListener(actual(address, bind.channel()), bind.channel(), sessions);
  }

  private static Class<? extends ServerChannel> channelType(PluginAddress address) {
    return switch (address.network()) {
      case UNIX -> NioServerDomainSocketChannel.class;
      case TCP -> NioServerSocketChannel.class;
    };
  }

  /// The address with the port that the system chose, if it was asked to choose.
  private static PluginAddress actual(PluginAddress asked, Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress tcp
        ? new PluginAddress(Network.TCP, tcp.getHostString() + ":" + tcp.getPort())
        : asked;
  }

  /// Where it listens.
  public PluginAddress address() {
    return address;
  }

  /// The sessions that are open now.
  public List<YamuxSession> sessions() {
    return List.copyOf(sessions);
  }

  /// Stops listening, closes all sessions and removes the socket's file. Takes at most a few
  /// seconds. Calling it again does nothing.
  @Override
  public void close() {
    channel.close().awaitUninterruptibly(TIMEOUT.toMillis());
    sessions().forEach(YamuxSession::close);
    if (address.network() == Network.UNIX) {
      try {
        Files.deleteIfExists(Path.of(address.address()));
      } catch (IOException ignored) {
        // The directory is gone or not ours: there is nothing left that we could remove.
      }
    }
  }
}
