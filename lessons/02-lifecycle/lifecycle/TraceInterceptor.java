package lifecycle;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Records each call of a channel in a [Trace] when it ends, as an event of kind [TraceKind#RPC].
///
/// | detail | meaning |
/// |---|---|
/// | `method` | the full name, such as `course.calculator.v1.Calculator/Add` |
/// | `requestBytes`, `responseBytes` | size of all messages sent and received, in protobuf's bytes |
/// | `requests`, `responses` | number of these messages |
/// | `status` | how the call ended, such as `OK` |
/// | `nanos` | how long the call took, from its start to its end |
///
/// Safe for use by many threads.
public final class TraceInterceptor implements ClientInterceptor {
  private final Trace trace;
  private final String process;

  /// @param trace takes the events
  /// @param process where the calls start, such as `host`
  public TraceInterceptor(Trace trace, String process) {
    this.trace = trace;
    this.process = process;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    Traffic requests = new Traffic();
    Traffic responses = new Traffic();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        long startedNanos = System.nanoTime();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                responses.add(message);
                super.onMessage(message);
              }

              @Override
              public void onClose(Status status, Metadata trailers) {
                long nanos = System.nanoTime() - startedNanos;
                trace.record(
                    process, TraceKind.RPC, details(method, requests, responses, status, nanos));
                super.onClose(status, trailers);
              }
            },
            headers);
      }

      @Override
      public void sendMessage(Q message) {
        requests.add(message);
        super.sendMessage(message);
      }
    };
  }

  private static Map<String, Object> details(
      MethodDescriptor<?, ?> method,
      Traffic requests,
      Traffic responses,
      Status status,
      long nanos) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("method", method.getFullMethodName());
    details.put("requests", requests.messages.get());
    details.put("requestBytes", requests.bytes.get());
    details.put("responses", responses.messages.get());
    details.put("responseBytes", responses.bytes.get());
    details.put("status", status.getCode().name());
    details.put("nanos", nanos);
    return details;
  }

  /// The messages in one direction. Sender and receiver are different threads.
  private static final class Traffic {
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private void add(Object message) {
      messages.incrementAndGet();
      if (message instanceof MessageLite protobuf) {
        bytes.addAndGet(protobuf.getSerializedSize());
      }
    }
  }
}
