package monitoring;

import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.function.Function;

/// Makes a span of each call that comes in, as a part of its caller's trace.
///
/// The span ends with the answer, or as soon as the caller gives up, even while the service works
/// on.
///
/// @param plugin who calls; empty for the host
/// @param callers what a call is a part of, given what its headers say; empty for a call that is
///   not traced
record ServerSpans(Tracer tracer, String plugin, Function<Context, Optional<Context>> callers)
    implements ServerInterceptor {
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    Optional<Context> caller =
        CallSpan.isTraced(method) ? callers.apply(TraceContext.read(headers)) : Optional.empty();
    if (caller.isEmpty()) {
      return next.startCall(call, headers);
    }
    CallSpan span = CallSpan.start(tracer, SpanKind.SERVER, method, plugin, caller.get());
    return new TracedCall<>(call, span).start(headers, next);
  }

  private static final class TracedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final CallSpan span;

    TracedCall(ServerCall<Q, A> call, CallSpan span) {
      super(call);
      this.span = span;
    }

    ServerCall.Listener<Q> start(Metadata headers, ServerCallHandler<Q, A> next) {
      // A listener hears of a cancellation only when the service has no thread at work.
      io.grpc.Context.current()
          .addListener(ended -> end(Contexts.statusFromCancelled(ended)), Runnable::run);
      try {
        return new FailedWork<>(
            Contexts.interceptCall(TraceContext.with(span.context()), this, headers, next), span);
      } catch (RuntimeException e) {
        fail(span, e);
        throw e;
      }
    }

    private void end(Status status) {
      boolean ignored = span.end(status);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      end(status);
      super.close(status, trailers);
    }
  }

  private static void fail(CallSpan span, RuntimeException error) {
    boolean ignored = span.end(Status.UNKNOWN.withDescription(error.toString()));
  }

  /// A service that throws gives no answer: gRPC closes the call behind the interceptors.
  private static final class FailedWork<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CallSpan span;

    FailedWork(ServerCall.Listener<Q> listener, CallSpan span) {
      super(listener);
      this.span = span;
    }

    @Override
    public void onMessage(Q message) {
      try {
        super.onMessage(message);
      } catch (RuntimeException e) {
        fail(span, e);
        throw e;
      }
    }

    @Override
    public void onHalfClose() {
      try {
        super.onHalfClose();
      } catch (RuntimeException e) {
        fail(span, e);
        throw e;
      }
    }
  }
}
