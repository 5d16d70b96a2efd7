package extensions;

import basics.EventLoops;
import basics.PluginConnection;
import io.grpc.Channel;
import io.netty.channel.EventLoopGroup;
import lifecycle.HostConnector;
import lifecycle.Parts;

/// A host's connection to its plugin, and a broker beside it.
final class BrokerLink implements HostConnector.Link {
  private final PluginConnection connection;
  private final HostStream stream;
  private final GrpcBroker broker;
  private final Runnable release;

  /// @param release frees what is below connection and broker; called after their end
  private BrokerLink(
      PluginConnection connection,
      HostStream stream,
      BrokerTransport transport,
      BrokerGuard guard,
      Runnable release) {
    this.connection = connection;
    this.stream = stream;
    this.broker = new GrpcBroker(transport, guard);
    this.release = release;
    stream.open(connection.channel(), transport);
  }

  /// A link whose side connections have sockets of their own.
  static BrokerLink direct(HostConnector.Target target, BrokerGuard guard) {
    PluginConnection connection =
        PluginConnection.open(
            target.address(),
            builder -> {
              target.security().secureDialer(builder);
              target.settings().accept(builder);
            });
    EventLoopGroup loops = EventLoops.start(1);
    HostStream stream = new HostStream(target.trace());
    return new BrokerLink(
        connection,
        stream,
        new SocketTransport(BrokerSide.ofHost(target), stream, loops),
        guard,
        () -> EventLoops.stop(loops));
  }

  /// A link that is one raw connection for everything.
  ///
  /// @throws basics.PluginTransportException if nobody listens at the address
  static BrokerLink multiplexed(HostConnector.Target target, BrokerGuard guard) {
    YamuxLoops loops = YamuxLoops.start();
    try {
      HostStream stream = new HostStream(target.trace());
      MultiplexedTransport transport =
          MultiplexedTransport.ofHost(target.security(), stream, loops.group());
      YamuxSession session =
          YamuxDialer.dial(
              target.address(), loops.group(), YamuxConfig.standard(), transport::streamArrived);
      transport.use(session);
      PluginConnection connection =
          PluginConnection.open(
              new PluginConnection.Base(
                  session.address(), session.streams(), loops.group(), session::close),
              builder -> {
                target.security().secureDialer(builder);
                target.settings().accept(builder);
              });
      return new BrokerLink(connection, stream, transport, guard, loops::close);
    } catch (RuntimeException e) {
      loops.close();
      throw e;
    }
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
    release.run();
  }
}
