package monitoring;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// Makes idempotent calls again that end with `UNAVAILABLE`, until they succeed or their time is
/// up. All others fail at once.
final class RetryInterceptor implements ClientInterceptor {
  private final RetryPolicy policy;
  private final Timeline timeline;
  private final RandomGenerator random;
  private final BooleanSupplier hopeless;
  private final Set<RetryingCall<?, ?>> waiting = ConcurrentHashMap.newKeySet();

  /// @param hopeless whether no process will serve soon, so that no one need wait
  RetryInterceptor(
      RetryPolicy policy, Timeline timeline, RandomGenerator random, BooleanSupplier hopeless) {
    this.policy = policy;
    this.timeline = timeline;
    this.random = random;
    this.hopeless = hopeless;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    if (!policy.allows(method, options)) {
      return next.newCall(method, options);
    }
    return new RetryingCall<>(
        () -> next.newCall(method, options), options, policy, timeline, random, hopeless, waiting);
  }

  /// Lets all calls that wait for their next attempt go on now. For a host that ends, after it is
  /// hopeless: no later time comes.
  void hurry() {
    List.copyOf(waiting).forEach(RetryingCall::again);
  }
}
