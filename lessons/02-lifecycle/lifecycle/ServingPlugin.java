package lifecycle;

import basics.HandshakeLine;
import basics.ListeningServer;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.util.Map;
import java.util.Objects;

/// A plugin that serves: its door and its server. Whether it has a process of its own is not its
/// concern. Closing it breaks off calls in flight; closing it again does nothing.
final class ServingPlugin implements AutoCloseable {
  private final PluginConnector.Door door;
  private final ListeningServer server;
  private final HandshakeLine line;

  private ServingPlugin(PluginConnector.Door door, ListeningServer server, HandshakeLine line) {
    this.door = door;
    this.server = server;
    this.line = line;
  }

  /// Chooses the version, opens the door and serves.
  ///
  /// @param environment what the host says
  /// @param stdio what the host gets of the plugin's standard streams
  /// @param shutdown called when a host asks the plugin to end; returns at once
  /// @throws basics.PluginException if it cannot serve; nothing is left open
  static ServingPlugin open(
      ServeConfig config, Map<String, String> environment, StdioBuffer stdio, Runnable shutdown) {
    int version =
        VersionNegotiation.choose(
            config.services().navigableKeySet(),
            environment.getOrDefault(VersionNegotiation.VARIABLE, ""));
    PluginSecurity.Offer offer = config.security().prepare(environment);
    PluginConnector.Door door =
        config
            .connector()
            .prepare(
                new PluginConnector.Plan(
                    environment, config.listener().in(environment), offer.transport()));
    HealthStatusManager health = new HealthStatusManager();
    Parts parts = door.parts().with(ServiceHealth.class, ServiceHealth.of(health));
    try {
      ServiceSet services = Objects.requireNonNull(config.services().get(version));
      ListeningServer server =
          door.listen(
              builder -> {
                addProtocol(builder, health, stdio, shutdown);
                services.create(parts).forEach(builder::addService);
                door.services().forEach(builder::addService);
                config.server().accept(builder);
              });
      HandshakeLine line =
          HandshakeLine.of(version, server.address())
              .with(offer.certificate(), door.multiplexing());
      return new ServingPlugin(door, server, line);
    } catch (RuntimeException e) {
      door.close();
      throw e;
    }
  }

  /// What every plugin offers (go-plugin: `GRPCServer.Init`).
  private static void addProtocol(
      NettyServerBuilder builder,
      HealthStatusManager health,
      StdioBuffer stdio,
      Runnable shutdown) {
    health.setStatus(PluginSession.HEALTH_SERVICE, ServingStatus.SERVING);
    builder.addService(health.getHealthService());
    builder.addService(ProtoReflectionServiceV1.newInstance());
    builder.addService(olderReflection());
    builder.addService(new ControllerService(shutdown));
    builder.addService(new StdioService(stdio));
  }

  /// Tools of today still ask for v1alpha, and go-plugin serves it.
  @SuppressWarnings("deprecation")
  private static BindableService olderReflection() {
    return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
  }

  /// What a plugin that is a process of its own prints.
  HandshakeLine line() {
    return line;
  }

  @Override
  public void close() {
    server.close();
    door.close();
    SocketFile.remove(line.pluginAddress());
  }
}
