package replicas;

import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which calls go to another replica when theirs dies. Immutable.
///
/// A call whose replica dies may have been done or not: no one knows. If doing it twice is as good
/// as doing it once, it is made again; if not, it fails at once with `UNAVAILABLE`, and the caller
/// decides.
///
/// @param idempotent methods that may be called again, by full name: `package.Service/Method`
/// @param attempts how often at most, the first included; 2 to 5, as gRPC has it
/// @param firstPause how long before the second; the next are twice as long each, up to a second,
///   and vary at random
public record CallPolicy(Set<String> idempotent, int attempts, Duration firstPause) {
  /// Copies the set.
  ///
  /// @throws IllegalArgumentException if a value is not as said
  public CallPolicy {
    idempotent = Set.copyOf(idempotent);
    for (String method : idempotent) {
      if (!method.matches("[^/]+/[^/]+")) {
        throw new IllegalArgumentException(
            "\"%s\" is no method: expected package.Service/Method".formatted(method));
      }
    }
    if (attempts < 2 || attempts > 5) {
      throw new IllegalArgumentException("%d attempts, expected 2 to 5".formatted(attempts));
    }
    if (!firstPause.isPositive()) {
      throw new IllegalArgumentException("a pause of %s: more than zero".formatted(firstPause));
    }
  }

  /// Five attempts, the second after 20 ms.
  ///
  /// @param methods those that may be called again
  public static CallPolicy of(Set<String> methods) {
    return new CallPolicy(methods, /* attempts= */ 5, Duration.ofMillis(20));
  }

  /// This policy, and the methods of a service whose `.proto` file says so (`idempotency_level`).
  public CallPolicy and(ServiceDescriptor service) {
    Set<String> all = new TreeSet<>(idempotent);
    service.getMethods().stream()
        .filter(method -> method.isIdempotent() || method.isSafe())
        .map(MethodDescriptor::getFullMethodName)
        .forEach(all::add);
    return new CallPolicy(all, attempts, firstPause);
  }

  /// The same in gRPC's words: a service config, as a channel takes it.
  ///
  /// Exercise 4.10. It has one or two members:
  /// - `loadBalancingConfig`: a list of one object, `{"round_robin": {}}`; calls go to the replicas
  ///   in turn.
  /// - `methodConfig`: a list of one object; left out if no method is idempotent. Its `name` is a
  ///   list with an object for each idempotent method: `service` (`a.B` of `a.B/C`) and `method`
  ///   (`C`). An object without `method` would mean the whole service. Its `retryPolicy` is an
  ///   object: `maxAttempts` ([#attempts]), `initialBackoff` ([#firstPause]), `maxBackoff` (a
  ///   second), `backoffMultiplier` (2) and `retryableStatusCodes`, a list of one, `UNAVAILABLE`.
  ///
  /// gRPC takes objects as `Map`, numbers as `Double`, and durations as text, which [#seconds]
  /// makes.
  @Exercise("4.10")
  public Map<String, Object> serviceConfig() {
    throw new ExerciseNotDone("4.10");
  }

  /// A duration as gRPC reads it, such as `0.020000000s`.
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%d.%09ds", duration.toSeconds(), duration.toNanosPart());
  }
}
