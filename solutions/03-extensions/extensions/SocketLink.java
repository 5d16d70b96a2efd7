package extensions;

import basics.EventLoops;
import basics.PluginConnection;
import io.grpc.Channel;
import io.netty.channel.EventLoopGroup;
import lifecycle.HostConnector;
import lifecycle.Parts;

/// A host's connection to its plugin, and a broker whose side connections have sockets of their
/// own.
final class SocketLink implements HostConnector.Link {
  private final EventLoopGroup loops = EventLoops.start(1);
  private final HostStream stream = new HostStream();
  private final PluginConnection connection;
  private final GrpcBroker broker;

  SocketLink(HostConnector.Target target) {
    connection =
        PluginConnection.open(
            target.address(),
            builder -> {
              target.security().secureDialer(builder);
              target.settings().accept(builder);
            });
    SocketTransport transport = new SocketTransport(BrokerSide.ofHost(target), stream, loops);
    broker = new GrpcBroker(transport);
    stream.open(connection.channel(), transport);
  }

  @Override
  public Channel channel() {
    return connection.channel();
  }

  @Override
  public Parts parts() {
    return Parts.NONE.with(GrpcBroker.class, broker);
  }

  @Override
  public void quiesce() {
    broker.beginClose();
    stream.close();
  }

  @Override
  public void close() {
    quiesce();
    broker.close();
    connection.close();
    EventLoops.stop(loops);
  }
}
