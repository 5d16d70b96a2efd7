package lifecycle;

import basics.HandshakeLine;
import basics.HostWatch;
import basics.ListeningServer;
import basics.MagicCookieException;
import basics.PluginException;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's main program: serves until the host asks it to end, or is gone (go-plugin: `Serve`).
///
/// On stdout it prints the handshake line and nothing else. What its code writes to `System.out`
/// and `System.err` from then on goes to the host over the connection; what it logs goes to stderr.
public final class PluginServer {
  private final ServeConfig config;
  private final CountDownLatch shutdown = new CountDownLatch(1);

  private PluginServer(ServeConfig config) {
    this.config = config;
  }

  /// Serves, then ends the process: with 0 after a shutdown, with 1 if it cannot serve. A process
  /// that no host started explains itself on stderr and ends with 1. Does not return.
  public static void serve(ServeConfig config) {
    System.exit(new PluginServer(config).run(System.getenv()));
  }

  private int run(Map<String, String> environment) {
    try {
      config.handshake().cookie().requireIn(environment);
      HclogLogging.toStderr(config.logLevel());
      serveUntilShutdown(environment);
      return 0;
    } catch (MagicCookieException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (PluginException | UnsupportedOperationException e) {
      logger().error("the plugin cannot serve: {}", e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      // System.err may be the host's stdio by now: only the log reaches anyone.
      logger().error("the plugin cannot serve: {}", e.toString(), e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void serveUntilShutdown(Map<String, String> environment) throws InterruptedException {
    int version =
        VersionNegotiation.choose(
            config.services().navigableKeySet(),
            environment.getOrDefault(VersionNegotiation.VARIABLE, ""));
    InterruptSignal.ignore();
    PluginSecurity.Offer offer = config.security().prepare(environment);
    PluginConnector.Plan plan =
        new PluginConnector.Plan(environment, config.listener().in(environment), offer.transport());
    PrintStream handshakeOut = System.out;
    StdioBuffer stdio = StdioBuffer.insteadOfSystemStreams();
    try (PluginConnector.Door door = config.connector().prepare(plan);
        ListeningServer server =
            door.listen(builder -> addServices(builder, version, stdio, door))) {
      // SIGTERM and System.exit end the process by way of its hooks: its last words must reach the
      // host, and the socket must not stay behind.
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(stdio, server, door), "end-plugin"));
      HostWatch.start(this::hostIsGone);
      handshakeOut.println(line(version, server, offer, door).format());
      if (handshakeOut.checkError()) {
        // The host died before the watch began: no one has the other end of the pipe.
        hostIsGone();
      }
      logger().info("plugin serves at {}, app protocol version {}", server.address(), version);
      shutdown.await();
      stdio.close();
    }
  }

  private static HandshakeLine line(
      int version, ListeningServer server, PluginSecurity.Offer offer, PluginConnector.Door door) {
    return HandshakeLine.of(version, server.address())
        .with(offer.certificate(), door.multiplexing());
  }

  private static void end(StdioBuffer stdio, ListeningServer server, PluginConnector.Door door) {
    stdio.close();
    server.close();
    door.close();
  }

  private void addServices(
      NettyServerBuilder builder, int version, StdioBuffer stdio, PluginConnector.Door door) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus(PluginSession.HEALTH_SERVICE, ServingStatus.SERVING);
    builder.addService(health.getHealthService());
    builder.addService(ProtoReflectionServiceV1.newInstance());
    builder.addService(olderReflection());
    builder.addService(new ControllerService(shutdown::countDown));
    builder.addService(new StdioService(stdio));
    ServiceSet services = Objects.requireNonNull(config.services().get(version));
    services.create(door.parts()).forEach(builder::addService);
    door.services().forEach(builder::addService);
    config.server().accept(builder);
  }

  /// Tools of today still ask for v1alpha, and go-plugin serves it.
  @SuppressWarnings("deprecation")
  private static BindableService olderReflection() {
    return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
  }

  private void hostIsGone() {
    logger().warn("the host is gone: the plugin ends");
    shutdown.countDown();
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(PluginServer.class);
  }
}
