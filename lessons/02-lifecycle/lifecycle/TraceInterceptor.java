package lifecycle;

import basics.CallRecorder;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/// Records each call of a channel in a [Trace] when it ends, as an event of kind [TraceKind#RPC].
/// Its details are those of [CallRecorder]; its messages are among them if the trace asks for them.
///
/// Safe for use by many threads.
public final class TraceInterceptor implements ClientInterceptor {
  private final CallRecorder calls;

  /// @param trace takes the events
  /// @param process where the calls start, such as `host`
  public TraceInterceptor(Trace trace, String process) {
    this.calls =
        new CallRecorder(
            details -> trace.record(process, TraceKind.RPC, details), trace.payloadBytes());
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return calls.interceptCall(method, options, next);
  }
}
