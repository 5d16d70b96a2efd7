package basics;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A host's connection to one plugin. Owns its threads.
public final class PluginConnection implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /// The name that the connection asks for; a socket's path would be no valid one (go-plugin's own
  /// certificates bear this name, too).
  private static final String AUTHORITY = "localhost";

  private final ManagedChannel channel;
  private final EventLoopGroup eventLoops;

  private PluginConnection(ManagedChannel channel, EventLoopGroup eventLoops) {
    this.channel = channel;
    this.eventLoops = eventLoops;
  }

  /// A connection to that address. It is made with the first call.
  ///
  /// @throws PluginTransportException if the address is none
  public static PluginConnection open(PluginAddress address) {
    return open(address, builder -> {});
  }

  /// A connection to that address. It is made with the first call.
  ///
  /// @param settings adds interceptors, limits, [TransportSecurity]
  /// @throws PluginTransportException if the address is none
  public static PluginConnection open(
      PluginAddress address, Consumer<NettyChannelBuilder> settings) {
    SocketAddress socket = address.socketAddress();
    EventLoopGroup eventLoops = EventLoops.start(1);
    NettyChannelBuilder builder = NettyChannelBuilder.forAddress(socket);
    switch (address.network()) {
      case UNIX -> builder.channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class);
      case TCP -> builder.channelType(NioSocketChannel.class, InetSocketAddress.class);
    }
    builder
        .eventLoopGroup(eventLoops)
        // Unix sockets know no keep-alive: Netty would warn of it on stderr.
        .withOption(ChannelOption.SO_KEEPALIVE, null)
        .overrideAuthority(AUTHORITY)
        // A plugin may answer with more than gRPC's default of 4 MiB (go-plugin: math.MaxInt32).
        .maxInboundMessageSize(Integer.MAX_VALUE)
        .usePlaintext();
    settings.accept(builder);
    return new PluginConnection(builder.build(), eventLoops);
  }

  /// The way for a client's stubs.
  public Channel channel() {
    return channel;
  }

  /// Breaks off calls in flight and frees the threads. Takes at most a few seconds. Calling it
  /// again does nothing.
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    EventLoops.stop(eventLoops);
  }
}
