package extensions;

import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lifecycle.DispenseContext;
import lifecycle.Parts;

/// Makes side connections between a host and its plugin, in both directions (go-plugin:
/// `GRPCBroker`).
///
/// A plugin that is to call back needs something to call. So one side takes an id, accepts it with
/// the services it wants to offer, and sends the id in a call of its own; the other side dials the
/// id. Each side has its own broker and counts its own ids: the call that carries an id says whose
/// it is.
///
/// There is one broker for each connection between a host and a plugin, and it ends with the
/// connection. Safe for use by many threads.
public final class GrpcBroker {
  private final AtomicInteger lastId = new AtomicInteger();
  private final BrokerTransport transport;
  private final BrokerGuard guard;
  private final BrokerHandles handles = new BrokerHandles();

  GrpcBroker(BrokerTransport transport, BrokerGuard guard) {
    this.transport = transport;
    this.guard = guard;
  }

  /// The broker of a plugin that a host dispenses a client of.
  ///
  /// @throws BrokerException if the host's connector is not one of [BrokerConnector]'s
  public static GrpcBroker of(DispenseContext context) {
    return of(context.parts());
  }

  /// The broker among the parts of a connection.
  ///
  /// @throws BrokerException if the connector is not one of [BrokerConnector]'s
  public static GrpcBroker of(Parts parts) {
    return parts.find(GrpcBroker.class).orElseThrow(BrokerException::notConfigured);
  }

  /// An id that this side has not used: 1, 2 and so on, as uint32 (go-plugin: `NextId`).
  public int nextId() {
    return lastId.incrementAndGet();
  }

  /// Opens a stream for the other side to dial, and announces it. It does not serve yet: who dials
  /// waits (go-plugin: `Accept`).
  ///
  /// @param streamId of this side's [#nextId]
  /// @return the server to be; the caller closes it, or the broker at its end
  /// @throws BrokerException if the other side has no broker, or this one has ended, or the id is
  ///   in use
  /// @throws basics.PluginTransportException if no socket can be bound
  public BrokerServer accept(int streamId) {
    return new BrokerServer(streamId, transport.listen(streamId), guard, handles);
  }

  /// Opens a stream for the other side to dial, and serves (go-plugin: `AcceptAndServe`).
  ///
  /// @param streamId of this side's [#nextId]
  /// @param services adds services and settings; it takes messages of up to 4 MiB unless they say
  ///   otherwise
  /// @return the running server; the caller closes it, or the broker at its end
  /// @throws BrokerException as [#accept] does
  /// @throws basics.PluginTransportException if no socket can be bound
  public BrokerServer acceptAndServe(int streamId, Consumer<NettyServerBuilder> services) {
    return accept(streamId).serve(services);
  }

  /// Connects to a stream that the other side accepts (go-plugin: `Dial`).
  ///
  /// Waits at most 5 s for the other side to accept. It may have accepted before, but not more than
  /// 5 s.
  ///
  /// @param streamId as the other side has sent it
  /// @return the connection; the caller closes it, or the broker at its end
  /// @throws BrokerException if the other side does not accept in time, or cannot be reached
  public BrokerConnection dial(int streamId) {
    return dial(streamId, builder -> {});
  }

  /// Connects to a stream that the other side accepts (go-plugin: `DialWithOptions`).
  ///
  /// @param settings limits and interceptors; without them it takes messages of any size
  /// @throws BrokerException as the other `dial` does
  public BrokerConnection dial(int streamId, Consumer<NettyChannelBuilder> settings) {
    return new BrokerConnection(
        streamId, transport.connect(streamId, settings.andThen(guard.dials())), handles);
  }

  /// Begins to end the broker: nothing can be opened any more, and what is open is closed in the
  /// background. Returns at once.
  void beginClose() {
    transport.end("the broker is closed");
    handles.beginClose();
  }

  /// Ends the broker and waits for it, at most a few seconds. Calling it again waits, too.
  void close() {
    beginClose();
    handles.close();
  }
}
