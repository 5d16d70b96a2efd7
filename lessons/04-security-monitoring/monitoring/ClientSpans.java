package monitoring;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.Predicate;

/// Makes a span of each call that goes out, and tells the other side of it.
///
/// @param plugin who is called; empty for the host
/// @param callers whether a call is traced that is a part of that
/// @param calls is told of the traces that go out
record ClientSpans(Tracer tracer, String plugin, Predicate<Context> callers, CalledTraces calls)
    implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    String name = method.getFullMethodName();
    Context caller = TraceContext.current();
    return CallSpan.isTraced(name) && callers.test(caller)
        ? new TracedCall<>(call, name, caller)
        : call;
  }

  private final class TracedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final String method;
    private final Context caller;

    TracedCall(ClientCall<Q, A> call, String method, Context caller) {
      super(call);
      this.method = method;
      this.caller = caller;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      CallSpan span = CallSpan.start(tracer, SpanKind.CLIENT, method, plugin, caller);
      calls.begin(span.id());
      TraceContext.write(span.context(), headers);
      try {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                end(span, status);
                super.onClose(status, trailers);
              }
            },
            headers);
      } catch (RuntimeException e) {
        end(span, Status.fromThrowable(e));
        throw e;
      }
    }

    private void end(CallSpan span, Status status) {
      if (span.end(status)) {
        calls.end(span.id());
      }
    }
  }
}
