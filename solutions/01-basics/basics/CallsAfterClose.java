package basics;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Ends a call with `UNAVAILABLE` that meets a closed connection. gRPC keeps its timers on the
/// connection's threads: where these have ended, it throws into the caller instead.
public final class CallsAfterClose implements ClientInterceptor {
  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new GuardedCall<>(next.newCall(method, options));
  }

  private static final class GuardedCall<Q, R> extends SimpleForwardingClientCall<Q, R> {
    /// gRPC may have ended the call before it threw: the listener must hear of one end.
    private final AtomicBoolean ended = new AtomicBoolean();

    private Listener<R> listener = new Listener<>() {};

    GuardedCall(ClientCall<Q, R> call) {
      super(call);
    }

    @Override
    public void start(Listener<R> responses, Metadata headers) {
      listener = responses;
      guard(() -> super.start(new OneEnd(responses), headers));
    }

    @Override
    public void request(int messages) {
      guard(() -> super.request(messages));
    }

    @Override
    public void sendMessage(Q message) {
      guard(() -> super.sendMessage(message));
    }

    @Override
    public void halfClose() {
      guard(super::halfClose);
    }

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
      guard(() -> super.cancel(message, cause));
    }

    private void guard(Runnable step) {
      try {
        step.run();
      } catch (RejectedExecutionException e) {
        end(
            Status.UNAVAILABLE
                .withDescription("the connection to the plugin is closed")
                .withCause(e),
            new Metadata());
      }
    }

    private void end(Status status, Metadata trailers) {
      if (ended.compareAndSet(false, true)) {
        listener.onClose(status, trailers);
      }
    }

    private final class OneEnd extends SimpleForwardingClientCallListener<R> {
      OneEnd(Listener<R> responses) {
        super(responses);
      }

      @Override
      public void onClose(Status status, Metadata trailers) {
        end(status, trailers);
      }
    }
  }
}
