package basics;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A gRPC server that listens at an address. Owns what it stands on, such as its socket.
///
/// Each call runs on a virtual thread of its own, so a service may block.
public final class ListeningServer implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Base base;
  private final Server server;
  private final ExecutorService calls;

  private ListeningServer(Base base, Server server, ExecutorService calls) {
    this.base = base;
    this.server = server;
    this.calls = calls;
  }

  /// What a server stands on.
  ///
  /// @param address where clients find it
  /// @param socket what it binds to
  /// @param channels makes the channel that it binds
  /// @param loops moves its bytes
  /// @param release frees all this; called at least once, after the server's end or if it cannot
  ///   start
  public record Base(
      PluginAddress address,
      SocketAddress socket,
      ChannelFactory<? extends ServerChannel> channels,
      EventLoopGroup loops,
      Runnable release) {}

  /// Starts a server on a ready base, and takes the base over. If it cannot start, the base is
  /// released.
  ///
  /// @param services adds the services, interceptors and limits of the server
  /// @return the running server; the caller closes it
  /// @throws PluginTransportException if the socket cannot be bound
  public static ListeningServer start(Base base, Consumer<NettyServerBuilder> services) {
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    try {
      NettyServerBuilder builder =
          NettyServerBuilder.forAddress(base.socket())
              .channelFactory(base.channels())
              .bossEventLoopGroup(base.loops())
              .workerEventLoopGroup(base.loops())
              // Unix sockets know no keep-alive: Netty would warn of it on stderr at each start.
              .withChildOption(ChannelOption.SO_KEEPALIVE, null)
              .executor(calls)
              .intercept(new UncaughtErrors());
      services.accept(builder);
      return new ListeningServer(base, builder.build().start(), calls);
    } catch (IOException e) {
      abandon(base, calls);
      throw new PluginTransportException("cannot listen at %s: %s".formatted(base.address(), e), e);
    } catch (RuntimeException e) {
      abandon(base, calls);
      throw e;
    }
  }

  private static void abandon(Base base, ExecutorService calls) {
    calls.shutdownNow();
    base.release().run();
  }

  /// Where it listens.
  public PluginAddress address() {
    return base.address();
  }

  /// Waits until someone closes the server.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  public void awaitClosed() throws InterruptedException {
    server.awaitTermination();
  }

  /// Breaks off calls in flight and releases what the server stands on. Takes at most a few
  /// seconds. Calling it again does nothing.
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.shutdownNow();
    base.release().run();
  }
}
