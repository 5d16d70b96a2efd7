package basics;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A host's connection to one plugin. Owns what it stands on, such as its threads.
public final class PluginConnection implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /// The name that the connection asks for; a socket's path would be no valid one (go-plugin's own
  /// certificates bear this name, too).
  private static final String AUTHORITY = "localhost";

  private final ManagedChannel channel;
  private final Runnable release;

  private PluginConnection(ManagedChannel channel, Runnable release) {
    this.channel = channel;
    this.release = release;
  }

  /// What a connection stands on.
  ///
  /// @param socket what it connects to
  /// @param channels makes a channel each time it connects
  /// @param loops moves its bytes
  /// @param release frees all this; called at least once, after the connection's end
  public record Base(
      SocketAddress socket,
      ChannelFactory<? extends io.netty.channel.Channel> channels,
      EventLoopGroup loops,
      Runnable release) {
    /// A socket of that address's own, on threads that the caller stops.
    ///
    /// @throws PluginTransportException if the address is none
    public static Base of(PluginAddress address, EventLoopGroup loops) {
      return new Base(address.socketAddress(), channels(address), loops, () -> {});
    }

    private static ChannelFactory<io.netty.channel.Channel> channels(PluginAddress address) {
      return switch (address.network()) {
        case UNIX -> NioDomainSocketChannel::new;
        case TCP -> NioSocketChannel::new;
      };
    }
  }

  /// A connection to that address, without settings. It is made with the first call. Its calls are
  /// recorded if the environment asks for it ([TraceFile#VARIABLE]).
  ///
  /// @throws PluginTransportException if the address is none
  public static PluginConnection open(PluginAddress address) {
    TraceFile trace = TraceFile.ofProcess();
    if (trace == TraceFile.NONE) {
      return open(address, builder -> {});
    }
    trace.record("host", TraceFile.DIAL, Map.of("address", address.toString()));
    CallRecorder calls =
        new CallRecorder(
            details -> trace.record("host", TraceFile.RPC, details), trace.payloadBytes());
    return open(address, builder -> builder.intercept(calls));
  }

  /// A connection to that address. It is made with the first call.
  ///
  /// @param settings adds interceptors, limits, [TransportSecurity]
  /// @throws PluginTransportException if the address is none
  public static PluginConnection open(
      PluginAddress address, Consumer<NettyChannelBuilder> settings) {
    SocketAddress socket = address.socketAddress();
    EventLoopGroup loops = EventLoops.start(1);
    return open(
        new Base(socket, Base.channels(address), loops, () -> EventLoops.stop(loops)), settings);
  }

  /// A connection on a ready base, which it takes over. It is made with the first call.
  ///
  /// @param settings adds interceptors, limits, [TransportSecurity]
  public static PluginConnection open(Base base, Consumer<NettyChannelBuilder> settings) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(base.socket())
            .channelFactory(base.channels(), base.socket().getClass())
            .eventLoopGroup(base.loops())
            // Unix sockets know no keep-alive: Netty would warn of it on stderr.
            .withOption(ChannelOption.SO_KEEPALIVE, null)
            .overrideAuthority(AUTHORITY)
            // A plugin may answer with more than gRPC's default of 4 MiB (go-plugin: MaxInt32).
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .intercept(new CallsAfterClose())
            .usePlaintext();
    try {
      settings.accept(builder);
      return new PluginConnection(builder.build(), base.release());
    } catch (RuntimeException e) {
      base.release().run();
      throw e;
    }
  }

  /// The way for a client's stubs.
  public Channel channel() {
    return channel;
  }

  /// Begins to connect now and not with the first call. Returns at once.
  public void connect() {
    channel.getState(/* requestConnection= */ true);
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
    release.run();
  }
}
