package extensions;

import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import lifecycle.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A host's end of `GRPCBroker.StartStream`. A plugin without that service is no error, until
/// someone needs it.
final class HostStream implements BrokerOutbox {
  private static final Logger LOG = LoggerFactory.getLogger(HostStream.class);

  private final BrokerTrace trace;
  private final Object lock = new Object();
  private final WaitingAnswers answers = new WaitingAnswers();
  private @Nullable ClientCallStreamObserver<ConnInfo> requests;
  private @Nullable String ended;

  /// @param trace takes each message, in either direction
  HostStream(Trace trace) {
    this.trace = new BrokerTrace(trace);
  }

  /// Opens the stream in the background. A plugin sends nothing, not even the start of its answer,
  /// until it has a message: there is nothing to wait for.
  ///
  /// @param receiver takes the plugin's messages and is told of the end
  void open(Channel channel, BrokerTransport receiver) {
    synchronized (lock) {
      requests =
          (ClientCallStreamObserver<ConnInfo>)
              GRPCBrokerGrpc.newStub(channel).startStream(new Receiver(receiver));
    }
  }

  @Override
  public void awaitOpen(int streamId) {
    synchronized (lock) {
      if (ended != null || requests == null) {
        throw BrokerException.of(streamId, ended == null ? "the broker is not open yet" : ended);
      }
    }
  }

  @Override
  public boolean trySend(ConnInfo message) {
    synchronized (lock) {
      if (ended != null || requests == null) {
        return false;
      }
      if (!answers.admit(message, requests.isReady())) {
        ended = WaitingAnswers.TOO_MANY;
        LOG.warn("the plugin's broker: {}", WaitingAnswers.TOO_MANY);
        requests.cancel(
            WaitingAnswers.TOO_MANY,
            BrokerException.of(message.getServiceId(), WaitingAnswers.TOO_MANY));
        return false;
      }
      try {
        requests.onNext(message);
        trace.sent(message);
        return true;
      } catch (IllegalStateException over) {
        // The call has ended, which another thread is about to tell.
        return false;
      }
    }
  }

  /// Tells the plugin that nothing more comes.
  void close() {
    synchronized (lock) {
      if (ended == null && requests != null) {
        ended = "the broker is closed";
        try {
          requests.onCompleted();
        } catch (IllegalStateException ignored) {
          // The call has ended by itself.
        }
      }
    }
  }

  /// Returns why the stream has ended: the first reason counts.
  private String end(String why) {
    synchronized (lock) {
      if (ended == null) {
        ended = why;
      }
      return ended;
    }
  }

  private final class Receiver implements StreamObserver<ConnInfo> {
    private final BrokerTransport transport;

    Receiver(BrokerTransport transport) {
      this.transport = transport;
    }

    @Override
    public void onNext(ConnInfo message) {
      trace.received(message);
      transport.received(message, HostStream.this);
    }

    @Override
    public void onError(Throwable error) {
      Status status = Status.fromThrowable(error);
      ended(
          status.getCode() == Status.Code.UNIMPLEMENTED
              ? """
              the plugin has no broker.
              A plugin in Java has one with ServeConfig.withConnector(BrokerConnector.forPlugin())."""
              : "the plugin's broker has ended: " + status);
    }

    @Override
    public void onCompleted() {
      ended("the plugin's broker has ended");
    }

    private void ended(String why) {
      transport.end(end(why));
    }
  }
}
