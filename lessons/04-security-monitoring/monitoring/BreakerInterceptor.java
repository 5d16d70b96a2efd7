package monitoring;

import extensions.RefusedCall;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/// Asks a [CircuitBreaker] before each call, and tells it how the call ended.
final class BreakerInterceptor implements ClientInterceptor {
  private final String plugin;
  private final CircuitBreaker breaker;
  private final BreakerPolicy policy;

  BreakerInterceptor(String plugin, CircuitBreaker breaker, BreakerPolicy policy) {
    this.plugin = plugin;
    this.breaker = breaker;
    this.policy = policy;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    long entered = breaker.enter();
    if (entered < 0) {
      return new RefusedCall<>(
          Status.UNAVAILABLE.withDescription(
              "the plugin \"%s\" fails too often: its circuit is open, try again in a moment"
                  .formatted(plugin)),
          options.getExecutor());
    }
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                // One that its caller gave up says nothing of the plugin: a trial least of all.
                if (status.getCode() != Status.Code.CANCELLED) {
                  breaker.ended(entered, !policy.counted().contains(status.getCode()));
                }
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }
}
