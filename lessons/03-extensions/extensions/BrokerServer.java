package extensions;

import basics.ListeningServer;
import io.grpc.netty.NettyServerBuilder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A stream that this side has accepted, and the server on it. Whoever accepted it closes it. Safe
/// for use by many threads.
public final class BrokerServer implements AutoCloseable {
  private final int streamId;
  private final BrokerTransport.Listening listening;
  private final BrokerGuard guard;
  private final BrokerHandles handles;
  private final Object lock = new Object();
  private @Nullable ListeningServer server;
  private boolean closed;

  BrokerServer(
      int streamId, BrokerTransport.Listening listening, BrokerGuard guard, BrokerHandles handles) {
    this.streamId = streamId;
    this.listening = listening;
    this.guard = guard;
    this.handles = handles;
    handles.add(streamId, this, this::release);
  }

  /// The stream's id, uint32.
  public int streamId() {
    return streamId;
  }

  /// Serves those who have dialled and those who will. The connections are protected as the main
  /// one is.
  ///
  /// @param services adds services and settings; it takes messages of up to 4 MiB unless they say
  ///   otherwise
  /// @return this
  /// @throws IllegalStateException if it serves already
  /// @throws BrokerException if it is closed
  public BrokerServer serve(Consumer<NettyServerBuilder> services) {
    synchronized (lock) {
      if (server != null) {
        throw new IllegalStateException(
            "broker stream %s serves already".formatted(Integer.toUnsignedString(streamId)));
      }
      if (closed) {
        throw BrokerException.of(streamId, "it is closed; accept a new id");
      }
      try {
        server = listening.serve(services.andThen(guard.servers()));
        return this;
      } catch (RuntimeException e) {
        closed = true;
        handles.remove(this);
        listening.close();
        throw e;
      }
    }
  }

  /// Breaks off calls in flight and stops serving. Takes at most a few seconds. Calling it again
  /// does nothing.
  @Override
  public void close() {
    handles.remove(this);
    release();
  }

  private void release() {
    ListeningServer running;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      running = server;
    }
    listening.close();
    if (running != null) {
      running.close();
    }
  }
}
