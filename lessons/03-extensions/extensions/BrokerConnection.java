package extensions;

import basics.PluginConnection;
import io.grpc.Channel;

/// A connection to a stream that the other side has accepted. Whoever dialled it closes it. Safe
/// for use by many threads.
public final class BrokerConnection implements AutoCloseable {
  private final int streamId;
  private final PluginConnection connection;
  private final BrokerHandles handles;

  BrokerConnection(int streamId, PluginConnection connection, BrokerHandles handles) {
    this.streamId = streamId;
    this.connection = connection;
    this.handles = handles;
    handles.add(streamId, this, connection::close);
  }

  /// The stream's id, uint32.
  public int streamId() {
    return streamId;
  }

  /// The way for stubs.
  public Channel channel() {
    return connection.channel();
  }

  /// Breaks off calls in flight and closes the connection. Takes at most a few seconds. Calling it
  /// again does nothing.
  @Override
  public void close() {
    handles.remove(this);
    connection.close();
  }
}
