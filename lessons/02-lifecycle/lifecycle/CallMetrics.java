package lifecycle;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Measures the calls of a channel: how many, how many failed, how long they took.
///
/// A call counts when it ends, with any status, from the moment it was started; one that was never
/// started does not count. A streaming call is one call, however many messages it carries.
///
/// Safe for use by many threads. Per method it keeps the times of the last [#RECENT_CALLS] calls
/// and no more. It only notes numbers while a call runs; [#snapshot] does the arithmetic.
public final class CallMetrics implements ClientInterceptor {
  /// How many calls of a method the percentiles look back on.
  public static final int RECENT_CALLS = 1_024;

  private final Map<String, CallWindow> methods = new ConcurrentHashMap<>();

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        long startedNanos = System.nanoTime();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                long nanos = System.nanoTime() - startedNanos;
                record(method.getFullMethodName(), status.getCode(), nanos);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  /// Notes a call that was not made through this interceptor.
  ///
  /// @param method the full name, such as `course.calculator.v1.Calculator/Add`
  /// @param outcome how it ended
  /// @param nanos how long it took, in nanoseconds
  public void record(String method, Status.Code outcome, long nanos) {
    methods.computeIfAbsent(method, name -> new CallWindow()).add(outcome, nanos);
  }

  /// The calls so far, by the method's full name, in the order of the names. A method without calls
  /// is absent.
  public Map<String, CallStats> snapshot() {
    Map<String, CallStats> snapshot = new TreeMap<>();
    methods.forEach(
        (method, calls) ->
            snapshot.put(method, CallStats.of(calls.outcomes(), calls.recentNanos())));
    return snapshot;
  }
}
