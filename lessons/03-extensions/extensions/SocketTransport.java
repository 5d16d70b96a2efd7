package extensions;

import basics.BoundSocket;
import basics.ListeningServer;
import basics.Network;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.PluginTransportException;
import course.goplugin.ConnInfo;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import java.util.function.Consumer;

/// Each side connection has a socket of its own, which its owner announces.
final class SocketTransport implements BrokerTransport {
  private final BrokerSide side;
  private final BrokerOutbox outbox;
  private final EventLoopGroup loops;
  private final Announcements announcements = new Announcements(System::nanoTime);

  /// @param loops serves all side connections; the caller stops it
  SocketTransport(BrokerSide side, BrokerOutbox outbox, EventLoopGroup loops) {
    this.side = side;
    this.outbox = outbox;
    this.loops = loops;
  }

  @Override
  public Listening listen(int streamId) {
    BoundSocket socket = side.listener().bind();
    try {
      PluginAddress announced = side.announced().apply(socket.address());
      outbox.send(
          ConnInfo.newBuilder()
              .setServiceId(streamId)
              .setNetwork(announced.network().wireName())
              .setAddress(announced.address())
              .build());
      return new Open(socket);
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public PluginConnection connect(int streamId, Consumer<NettyChannelBuilder> settings) {
    ConnInfo announcement = announcements.take(streamId);
    try {
      PluginAddress address = side.dialled().apply(address(streamId, announcement));
      return PluginConnection.open(
          PluginConnection.Base.of(address, loops),
          builder -> {
            side.security().secureDialer(builder);
            settings.accept(builder);
          });
    } catch (PluginTransportException e) {
      throw BrokerException.of(streamId, "the other side's address is none: " + e.getMessage(), e);
    }
  }

  private static PluginAddress address(int streamId, ConnInfo announcement) {
    Network network =
        Network.ofWireName(announcement.getNetwork())
            .orElseThrow(
                () ->
                    BrokerException.of(
                        streamId,
                        "the other side announced the network \"%s\", expected unix or tcp"
                            .formatted(announcement.getNetwork())));
    return new PluginAddress(network, announcement.getAddress());
  }

  @Override
  public void received(ConnInfo message, BrokerOutbox from) {
    // A knock is for a broker that multiplexes: nothing here could answer it.
    if (!message.hasKnock()) {
      announcements.arrived(message);
    }
  }

  @Override
  public void end(String why) {
    announcements.end(why);
  }

  private final class Open implements Listening {
    private final BoundSocket socket;

    Open(BoundSocket socket) {
      this.socket = socket;
    }

    @Override
    public ListeningServer serve(Consumer<NettyServerBuilder> services) {
      return socket.serve(
          loops,
          builder -> {
            side.security().secureListener(builder);
            services.accept(builder);
          });
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
