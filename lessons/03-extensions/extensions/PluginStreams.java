package extensions;

import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc.GRPCBrokerImplBase;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's end of `GRPCBroker.StartStream`.
///
/// A plugin has a second host when another takes it over; it outlives the first one only with
/// `ServeConfig.withHostWatch(false)`, or if it had none. In go-plugin brokering is dead then, as
/// its one stream has ended; here every host opens its own. A message goes to all hosts: only the
/// one that was told the id dials it.
final class PluginStreams extends GRPCBrokerImplBase implements BrokerOutbox {
  private static final Logger LOG = LoggerFactory.getLogger(PluginStreams.class);

  private final Set<ServerCallStreamObserver<ConnInfo>> hosts = new LinkedHashSet<>();
  private @Nullable BrokerTransport receiver;
  private @Nullable String ended;

  /// Whom to give the hosts' messages to; called once, before the service serves.
  void receiver(BrokerTransport transport) {
    synchronized (hosts) {
      receiver = transport;
    }
  }

  @Override
  public StreamObserver<ConnInfo> startStream(StreamObserver<ConnInfo> responses) {
    ServerCallStreamObserver<ConnInfo> host = (ServerCallStreamObserver<ConnInfo>) responses;
    host.setOnCancelHandler(() -> remove(host));
    synchronized (hosts) {
      hosts.add(host);
      hosts.notifyAll();
    }
    return new Messages(host);
  }

  private void remove(ServerCallStreamObserver<ConnInfo> host) {
    synchronized (hosts) {
      hosts.remove(host);
    }
  }

  /// A host opens its stream as it connects, but on another thread than the call that leads here.
  @Override
  public void awaitOpen(int streamId) {
    long deadline = System.nanoTime() + Announcements.TIMEOUT.toNanos();
    synchronized (hosts) {
      try {
        while (hosts.isEmpty() && ended == null) {
          long left = deadline - System.nanoTime();
          if (left <= 0) {
            throw BrokerException.of(
                streamId, "no host has opened the broker's stream within 5 s: it has no broker");
          }
          TimeUnit.NANOSECONDS.timedWait(hosts, left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw BrokerException.of(streamId, "interrupted while waiting for a host", e);
      }
      if (ended != null) {
        throw BrokerException.of(streamId, ended);
      }
    }
  }

  @Override
  public boolean trySend(ConnInfo message) {
    boolean sent = false;
    synchronized (hosts) {
      for (ServerCallStreamObserver<ConnInfo> host : hosts) {
        sent |= trySend(host, message);
      }
    }
    return sent;
  }

  private static boolean trySend(ServerCallStreamObserver<ConnInfo> host, ConnInfo message) {
    try {
      host.onNext(message);
      return true;
    } catch (IllegalStateException | StatusRuntimeException over) {
      // This host is just going; its stream's end is told on another thread.
      return false;
    }
  }

  /// How many hosts have a stream open.
  int openStreams() {
    synchronized (hosts) {
      return hosts.size();
    }
  }

  /// Lets all who send fail.
  void close() {
    synchronized (hosts) {
      ended = "the broker is closed";
      hosts.notifyAll();
    }
  }

  /// What one host sends, and the way back to it alone.
  private final class Messages implements StreamObserver<ConnInfo>, BrokerOutbox {
    private final ServerCallStreamObserver<ConnInfo> host;
    private final WaitingAnswers answers = new WaitingAnswers();

    Messages(ServerCallStreamObserver<ConnInfo> host) {
      this.host = host;
    }

    @Override
    public void onNext(ConnInfo message) {
      BrokerTransport target;
      synchronized (hosts) {
        // A host whose stream was ended may still have knocks under way.
        target = hosts.contains(host) ? receiver : null;
      }
      if (target != null) {
        target.received(message, this);
      }
    }

    @Override
    public void awaitOpen(int streamId) {
      // It is open, or else trySend says so.
    }

    @Override
    public boolean trySend(ConnInfo message) {
      synchronized (hosts) {
        if (!hosts.contains(host)) {
          return false;
        }
        if (!answers.admit(message, host.isReady())) {
          endStream();
          return false;
        }
        return PluginStreams.trySend(host, message);
      }
    }

    private void endStream() {
      LOG.warn("the host's broker: {}", WaitingAnswers.TOO_MANY);
      hosts.remove(host);
      host.onError(
          Status.RESOURCE_EXHAUSTED.withDescription(WaitingAnswers.TOO_MANY).asRuntimeException());
    }

    @Override
    public void onError(Throwable reason) {
      remove(host);
    }

    @Override
    public void onCompleted() {
      synchronized (hosts) {
        if (hosts.remove(host)) {
          host.onCompleted();
        }
      }
    }
  }
}
