package extensions;

import basics.EventLoops;
import basics.ListeningServer;
import io.grpc.BindableService;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.function.Consumer;
import lifecycle.Parts;
import lifecycle.PluginConnector;

/// A plugin's door, and a broker whose side connections have sockets of their own.
final class SocketDoor implements PluginConnector.Door {
  private final PluginConnector.Plan plan;
  private final String multiplexing;
  private final EventLoopGroup loops = EventLoops.start(1);
  private final PluginStreams streams = new PluginStreams();
  private final GrpcBroker broker;

  /// @param multiplexing field 7 of the handshake line; empty for none
  SocketDoor(PluginConnector.Plan plan, BrokerGuard guard, String multiplexing) {
    this.plan = plan;
    this.multiplexing = multiplexing;
    SocketTransport transport = new SocketTransport(BrokerSide.ofPlugin(plan), streams, loops);
    streams.receiver(transport);
    broker = new GrpcBroker(transport, guard);
  }

  @Override
  public List<BindableService> services() {
    return List.of(streams);
  }

  @Override
  public Parts parts() {
    return Parts.NONE.with(GrpcBroker.class, broker);
  }

  @Override
  public String multiplexing() {
    return multiplexing;
  }

  @Override
  public ListeningServer listen(Consumer<NettyServerBuilder> services) {
    return plan.listener()
        .listen(
            builder -> {
              plan.security().secureListener(builder);
              services.accept(builder);
            });
  }

  @Override
  public void close() {
    streams.close();
    broker.close();
    EventLoops.stop(loops);
  }
}
