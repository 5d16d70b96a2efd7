package replicas;

import basics.CallsAfterClose;
import basics.EventLoops;
import basics.TransportSecurity;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lifecycle.DispenseContext;
import lifecycle.Parts;
import security.CertificateAuthority;
import security.ManualTls;

/// A host's handle on a plugin that serves on several machines. What it dispenses is used like the
/// plugin of the host's own machine: callers see one plugin.
///
/// Calls go to the replicas in turn. New ones are found and dead ones left out while it runs. A
/// replica that dies costs no idempotent call ([CallPolicy]); others that it had fail with
/// `UNAVAILABLE`. There is no broker, and the host starts and stops no replica. Safe for use by
/// many threads.
public final class ReplicatedPlugin implements AutoCloseable {
  /// A machine that is gone closes no connection: silence of that length is asked about.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final ReplicatedConfig config;
  private final ReplicaDirectory directory;
  private final EventLoopGroup loops;
  private final ManagedChannel channel;

  private ReplicatedPlugin(
      ReplicatedConfig config,
      ReplicaDirectory directory,
      EventLoopGroup loops,
      ManagedChannel channel) {
    this.config = config;
    this.directory = directory;
    this.loops = loops;
    this.channel = channel;
  }

  /// Begins to look for replicas. Returns at once: calls wait for etcd's first answer and for a
  /// first connection, and fail with `UNAVAILABLE` if there is none.
  ///
  /// @return the plugin; the caller closes it
  /// @throws IllegalArgumentException if the plugin's name or a URL is none, or no certificate is
  ///   trusted
  public static ReplicatedPlugin connect(ReplicatedConfig config) {
    String name = CertificateAuthority.nameOf(config.plugin());
    TransportSecurity security = ManualTls.host(config.tls().expecting(name)).reattach();
    EtcdClient etcd = EtcdClient.of(config.etcd());
    ReplicaDirectory directory = ReplicaDirectory.open(etcd, config.plugin(), config.version());
    EventLoopGroup loops = EventLoops.start(1);
    return new ReplicatedPlugin(
        config, directory, loops, channel(config, directory, name, loops, security));
  }

  @SuppressWarnings("deprecation") // The registry in its place is one for the whole process.
  private static ManagedChannel channel(
      ReplicatedConfig config,
      ReplicaDirectory directory,
      String name,
      EventLoopGroup loops,
      TransportSecurity security) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(ReplicaResolver.target(config.plugin()))
            .nameResolverFactory(ReplicaResolver.factory(directory, name))
            .channelType(NioSocketChannel.class)
            .eventLoopGroup(loops)
            .defaultServiceConfig(config.calls().serviceConfig())
            .disableServiceConfigLookUp()
            .enableRetry()
            .keepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
            .keepAliveTimeout(KEEP_ALIVE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .keepAliveWithoutCalls(true)
            .intercept(new CallsAfterClose())
            .maxInboundMessageSize(Integer.MAX_VALUE);
    security.secureDialer(builder);
    return builder.build();
  }

  /// A client of one of the plugins, for as long as this one is open.
  ///
  /// @throws lifecycle.UnknownPluginException if no plugin has that name, or it is of another type
  public <T> T dispense(String name, Class<T> type) {
    // No process of this machine: its exit is never seen.
    return config
        .plugins()
        .dispense(name, type, new DispenseContext(channel, new CompletableFuture<>(), Parts.NONE));
  }

  /// The way to the replicas, for stubs.
  public Channel channel() {
    return channel;
  }

  /// The replicas that are registered, as far as is known. Whether they answer is another question.
  public List<Replica> replicas() {
    return directory.view().replicas();
  }

  /// Breaks off calls in flight and frees the threads. The replicas go on. Takes at most a few
  /// seconds. Calling it again does nothing.
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    directory.close();
    EventLoops.stop(loops);
  }
}
