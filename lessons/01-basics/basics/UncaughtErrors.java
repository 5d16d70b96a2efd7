package basics;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a call whose service throws, with the exception's text instead of a bare `UNKNOWN`.
///
/// An `UnsupportedOperationException` is `UNIMPLEMENTED`; a `StatusRuntimeException` keeps its
/// status and trailers; all else is `INTERNAL`. The call ends, the plugin goes on.
final class UncaughtErrors implements ServerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onMessage(Q message) {
        guarded(() -> super.onMessage(message));
      }

      @Override
      public void onHalfClose() {
        guarded(super::onHalfClose);
      }

      private void guarded(Runnable work) {
        try {
          work.run();
        } catch (RuntimeException e) {
          fail(call, e);
        }
      }
    };
  }

  private static void fail(ServerCall<?, ?> call, RuntimeException error) {
    try {
      call.close(status(error), trailers(error));
    } catch (IllegalStateException answered) {
      LOG.warn("a service threw after it had answered", error);
    }
  }

  private static Metadata trailers(RuntimeException error) {
    Metadata trailers = Status.trailersFromThrowable(error);
    return trailers == null ? new Metadata() : trailers;
  }

  private static Status status(RuntimeException error) {
    return switch (error) {
      case StatusRuntimeException e -> e.getStatus();
      case UnsupportedOperationException e ->
          Status.UNIMPLEMENTED.withDescription(String.valueOf(e.getMessage()));
      default -> Status.INTERNAL.withDescription(error.toString());
    };
  }
}
