package conformance;

import basics.PluginAddress;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.concurrent.TimeUnit;

/// A gRPC connection as go-plugin's host makes it. Owns its threads.
final class Wire implements AutoCloseable {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ManagedChannel channel;

  private Wire(NettyChannelBuilder builder, PluginAddress address) {
    switch (address.network()) {
      case UNIX -> builder.channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class);
      case TCP -> builder.channelType(NioSocketChannel.class, InetSocketAddress.class);
    }
    this.channel =
        builder.eventLoopGroup(loops).withOption(ChannelOption.SO_KEEPALIVE, null).build();
  }

  /// A connection without TLS. It asks for `unused`, as go-plugin's host does.
  static Wire plain(PluginAddress address) {
    return new Wire(
        NettyChannelBuilder.forAddress(address.socketAddress())
            .overrideAuthority("unused")
            .usePlaintext(),
        address);
  }

  /// A connection with TLS. It asks for `localhost`, as go-plugin's host does.
  static Wire secure(PluginAddress address, SslContext tls) {
    return new Wire(
        NettyChannelBuilder.forAddress(address.socketAddress())
            .overrideAuthority("localhost")
            .sslContext(tls),
        address);
  }

  ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
  }
}
