package replicas;

import basics.BoundSocket;
import basics.ListeningServer;
import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import basics.TransportSecurity;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lifecycle.Parts;
import security.CertificateAuthority;
import security.ManualTls;

/// One replica of a plugin: serves hosts of other machines, and says in etcd where.
///
/// It offers the plugin's services and its health, and nothing that a host does with a plugin of
/// its own: no shutdown, no standard streams, no broker. Only a host that the authority vouches for
/// gets in. Closed in order it costs no call: hosts are told first, and calls in flight end.
public final class ReplicaServer implements AutoCloseable {
  /// The service that health is asked of, besides the whole server's (go-plugin: `plugin`).
  private static final String HEALTH_SERVICE = "plugin";

  private static final Duration KEEP_ALIVE_PERMITTED = Duration.ofSeconds(5);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(5);

  private final ListeningServer server;
  private final ReplicaRegistration registration;
  private final CallsInFlight calls;
  private final EtcdClient etcd;

  private ReplicaServer(
      ListeningServer server,
      ReplicaRegistration registration,
      CallsInFlight calls,
      EtcdClient etcd) {
    this.server = server;
    this.registration = registration;
    this.calls = calls;
    this.etcd = etcd;
  }

  /// Serves, then registers. While etcd cannot be reached it serves and goes on to try.
  ///
  /// @return the replica; the caller closes it
  /// @throws PluginTransportException if it cannot listen there
  /// @throws IllegalArgumentException if it has no certificate, or a value is not as said
  public static ReplicaServer start(ReplicaConfig config) {
    CertificateAuthority.nameOf(config.plugin());
    TransportSecurity security = ManualTls.plugin(config.tls()).prepare(Map.of()).transport();
    EtcdClient etcd = EtcdClient.of(config.etcd());
    CallsInFlight calls = new CallsInFlight();
    ListeningServer server;
    try {
      server = listen(config, security, calls);
    } catch (RuntimeException e) {
      etcd.close();
      throw e;
    }
    try {
      Replica replica = new Replica(config.id(), reachable(config, server), config.version());
      ReplicaRegistration registration =
          new ReplicaRegistration(
              etcd, Replica.prefix(config.plugin()) + config.id(), replica.value(), config.lease());
      registration.start();
      return new ReplicaServer(server, registration, calls, etcd);
    } catch (RuntimeException e) {
      server.close();
      etcd.close();
      throw e;
    }
  }

  private static ListeningServer listen(
      ReplicaConfig config, TransportSecurity security, CallsInFlight calls) {
    InetSocketAddress address = config.listen();
    BoundSocket socket =
        BoundSocket.at(
            new PluginAddress(Network.TCP, address.getHostString() + ":" + address.getPort()));
    return socket.serve(
        builder -> {
          security.secureListener(builder);
          builder.intercept(calls);
          builder
              .permitKeepAliveTime(KEEP_ALIVE_PERMITTED.toMillis(), TimeUnit.MILLISECONDS)
              .permitKeepAliveWithoutCalls(true);
          addServices(builder, config);
        });
  }

  private static void addServices(NettyServerBuilder builder, ReplicaConfig config) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus(HEALTH_SERVICE, ServingStatus.SERVING);
    builder.addService(health.getHealthService());
    for (BindableService service : config.services().create(Parts.NONE)) {
      builder.addService(service);
    }
  }

  private static InetSocketAddress reachable(ReplicaConfig config, ListeningServer server) {
    InetSocketAddress bound = (InetSocketAddress) server.address().socketAddress();
    try {
      InetAddress ip =
          config.advertised().isPresent()
              ? InetAddress.ofLiteral(config.advertised().get())
              : InetAddress.getByName(config.listen().getHostString());
      if (ip.isAnyLocalAddress()) {
        throw new IllegalArgumentException(
            "no host can connect to %s: advertise the machine's own address"
                .formatted(ip.getHostAddress()));
      }
      return new InetSocketAddress(ip, bound.getPort());
    } catch (UnknownHostException e) {
      throw new PluginTransportException(
          "%s: no such address".formatted(config.listen().getHostString()), e);
    }
  }

  /// Where it listens.
  public PluginAddress address() {
    return server.address();
  }

  /// Waits until someone closes the replica.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  public void awaitClosed() throws InterruptedException {
    server.awaitClosed();
  }

  /// Tells the hosts, waits at most five seconds for calls in flight, then ends. Calling it again
  /// does nothing.
  @Override
  public void close() {
    registration.close();
    calls.awaitQuiet(DRAIN_LIMIT);
    server.close();
    etcd.close();
  }
}
