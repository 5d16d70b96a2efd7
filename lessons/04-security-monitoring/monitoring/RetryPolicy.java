package monitoring;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.Set;

/// Which calls are made again when their process is gone.
///
/// A call is idempotent if making it twice is as good as making it once: a plugin that died may
/// have done the work and not lived to say so. Only its author knows; so each is named, or its
/// `.proto` file says so (`idempotency_level`), or the caller does ([#IDEMPOTENT]).
///
/// @param methods full names, such as `course.calculator.v1.Calculator/Add`
/// @param patience how long a call without a deadline is tried again
/// @param backoff the waits in between
public record RetryPolicy(Set<String> methods, Duration patience, Backoff backoff) {
  /// Set to true by a caller that knows its call to be idempotent.
  public static final CallOptions.Key<Boolean> IDEMPOTENT =
      CallOptions.Key.createWithDefault("plugin.idempotent", false);

  /// No method by name; ten seconds; 5 to 100 ms in between.
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(
          Set.of(),
          Duration.ofSeconds(10),
          new Backoff(Duration.ofMillis(5), Duration.ofMillis(100)));

  /// Copies the set.
  public RetryPolicy {
    methods = Set.copyOf(methods);
  }

  /// This policy with those methods.
  public RetryPolicy with(Set<String> idempotentMethods) {
    return new RetryPolicy(idempotentMethods, patience, backoff);
  }

  /// Whether the call may be made again: it is idempotent, and it sends and gets one message.
  boolean allows(MethodDescriptor<?, ?> method, CallOptions options) {
    return method.getType() == MethodDescriptor.MethodType.UNARY
        && (methods.contains(method.getFullMethodName())
            || method.isIdempotent()
            || method.isSafe()
            || options.getOption(IDEMPOTENT));
  }
}
