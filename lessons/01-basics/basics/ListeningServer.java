package basics;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A gRPC server that listens at an address. Owns its socket's file and its threads.
///
/// Each call runs on a virtual thread of its own, so a service may block.
public final class ListeningServer implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final PluginAddress address;
  private final Server server;
  private final EventLoopGroup eventLoops;
  private final ExecutorService calls;

  private ListeningServer(
      PluginAddress address, Server server, EventLoopGroup eventLoops, ExecutorService calls) {
    this.address = address;
    this.server = server;
    this.eventLoops = eventLoops;
    this.calls = calls;
  }

  static ListeningServer start(
      PluginAddress address,
      SocketAddress socket,
      Class<? extends ServerChannel> channelType,
      Consumer<NettyServerBuilder> services) {
    EventLoopGroup eventLoops = EventLoops.start(2);
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(socket)
            .channelType(channelType)
            .bossEventLoopGroup(eventLoops)
            .workerEventLoopGroup(eventLoops)
            // Unix sockets know no keep-alive: Netty would warn of it on stderr at each start.
            .withChildOption(ChannelOption.SO_KEEPALIVE, null)
            .executor(calls)
            .intercept(new UncaughtErrors());
    services.accept(builder);
    try {
      Server server = builder.build().start();
      return new ListeningServer(actual(address, server), server, eventLoops, calls);
    } catch (IOException e) {
      EventLoops.stop(eventLoops);
      calls.close();
      throw new PluginTransportException("cannot listen at %s: %s".formatted(address, e), e);
    }
  }

  /// The address with the port that the system chose, if it was asked to choose.
  private static PluginAddress actual(PluginAddress asked, Server server) {
    return server.getListenSockets().getFirst() instanceof InetSocketAddress tcp
        ? new PluginAddress(Network.TCP, tcp.getHostString() + ":" + tcp.getPort())
        : asked;
  }

  /// Where it listens.
  public PluginAddress address() {
    return address;
  }

  /// Waits until someone closes the server.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  public void awaitClosed() throws InterruptedException {
    server.awaitTermination();
  }

  /// Breaks off calls in flight, frees the threads and removes the socket's file. Takes at most a
  /// few seconds. Calling it again does nothing.
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    EventLoops.stop(eventLoops);
    calls.shutdownNow();
    removeSocketFile();
  }

  private void removeSocketFile() {
    if (address.network() == Network.UNIX) {
      try {
        Files.deleteIfExists(Path.of(address.address()));
      } catch (IOException ignored) {
        // The directory is gone or not ours: there is nothing left that we could remove.
      }
    }
  }
}
