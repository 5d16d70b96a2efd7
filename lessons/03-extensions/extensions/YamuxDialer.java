package extensions;

import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Makes the raw connection to a plugin, and the client session on it.
public final class YamuxDialer {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private YamuxDialer() {}

  /// Connects to that address. Blocks at most ten seconds; not for use on an event loop.
  ///
  /// @param loops serves the connection; the caller keeps it
  /// @param acceptor decides on the streams that the plugin opens
  /// @throws PluginTransportException if nobody listens there
  public static YamuxSession dial(
      PluginAddress address, EventLoopGroup loops, YamuxConfig config, YamuxAcceptor acceptor) {
    CompletableFuture<YamuxSession> session = new CompletableFuture<>();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(channelType(address))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel raw) {
                    session.complete(YamuxSession.client(raw, config, acceptor));
                  }
                });
    if (address.network() == Network.TCP) {
      bootstrap.option(ChannelOption.SO_KEEPALIVE, true); // go-plugin: netAddrDialer
    }
    ChannelFuture connect = bootstrap.connect(address.socketAddress());
    if (!connect.awaitUninterruptibly(TIMEOUT.toMillis())) {
      connect.cancel(/* mayInterruptIfRunning= */ true);
      connect.channel().close();
      throw new PluginTransportException(
          "cannot connect to %s within %s".formatted(address, TIMEOUT));
    }
    if (!connect.isSuccess()) {
      throw new PluginTransportException(
          "cannot connect to %s: %s".formatted(address, connect.cause()), connect.cause());
    }
    return session.join();
  }

  private static Class<? extends Channel> channelType(PluginAddress address) {
    return switch (address.network()) {
      case UNIX -> NioDomainSocketChannel.class;
      case TCP -> NioSocketChannel.class;
    };
  }
}
