package security;

import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Holds a plugin's calls of its host: one that is denied never reaches the service, and a message
/// that is denied ends its call.
record GuardedCallbacks(PermissionGate gate) implements ServerInterceptor {
  /// Holds one call of the plugin's.
  ///
  /// Exercise 4.3. The gate is asked before the service hears of the call
  /// ([PermissionGate#refuseCall], [Need.Direction#TO_HOST], the method's full name). If it
  /// refuses, the call is closed with the gate's status and nothing else happens: the service is
  /// not started, and what the plugin still sends goes nowhere.
  ///
  /// Otherwise the service is started with the call inside a [WatchedCall], and what the plugin
  /// sends goes through a [WatchedListener], which asks the gate of each message: so the gate may
  /// end the call later, while the service works at it.
  @Exercise("4.3")
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ExerciseNotDone.report("4.3");
    return next.startCall(call, headers);
  }

  /// A call that the gate may end while the service still works at it.
  private static final class WatchedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final AtomicBoolean closed = new AtomicBoolean();

    WatchedCall(ServerCall<Q, A> call) {
      super(call);
    }

    boolean isClosed() {
      return closed.get();
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers);
      }
    }

    @Override
    public void sendHeaders(Metadata headers) {
      if (!closed.get()) {
        super.sendHeaders(headers);
      }
    }

    @Override
    public void sendMessage(A message) {
      if (!closed.get()) {
        super.sendMessage(message);
      }
    }
  }

  /// Looks at each message on its way in.
  private static final class WatchedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final WatchedCall<Q, ?> call;
    private final PermissionGate gate;
    private final String method;
    private boolean refused;

    WatchedListener(
        ServerCall.Listener<Q> listener,
        WatchedCall<Q, ?> call,
        PermissionGate gate,
        String method) {
      super(listener);
      this.call = call;
      this.gate = gate;
      this.method = method;
    }

    @Override
    public void onMessage(Q message) {
      if (refused || call.isClosed()) {
        return;
      }
      Optional<Status> refusal = gate.refuseMessage(method, message);
      if (refusal.isPresent()) {
        refused = true;
        call.close(refusal.get(), new Metadata());
        return;
      }
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!refused) {
        super.onHalfClose();
      }
    }

    @Override
    public void onComplete() {
      if (refused) {
        // The service has seen no end of its requests: for it the call is broken off.
        super.onCancel();
      } else {
        super.onComplete();
      }
    }
  }
}
