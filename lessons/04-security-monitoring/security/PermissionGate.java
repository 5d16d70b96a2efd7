package security;

import extensions.BrokerGuard;
import io.grpc.ClientInterceptor;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Holds one plugin to its permissions, at the boundary to its host and in both directions: no call
/// passes that is not allowed, whatever the code on either side has in mind.
///
/// ```java
/// PermissionReview review = new PermissionReview(name, declared, granted);
/// PermissionGate gate = PermissionGate.of(review, fields, denialListener);
/// ClientConfig config = manifest.config(handshake)
///     .dialer(gate.dialer())
///     .connector(BrokerConnector.direct(gate.brokerGuard()))
///     .runner(sandbox)
///     ...
/// ```
///
/// A call that is denied ends with `PERMISSION_DENIED` and the text of the [Denial]. The protocol's
/// own services, such as health and stdio, are the framework's affair and pass.
///
/// Safe for use by many threads.
public final class PermissionGate {
  /// go-plugin's own services, and gRPC's health, all on the plugin's side.
  private static final List<MethodPattern> PROTOCOL =
      List.of(
          new MethodPattern("plugin.GRPCBroker/*"),
          new MethodPattern("plugin.GRPCController/*"),
          new MethodPattern("plugin.GRPCStdio/*"),
          new MethodPattern("grpc.health.v1.Health/*"));

  private final PermissionReview review;
  private final Permissions effective;
  private final List<GuardedField> fields;
  private final DenialListener listener;
  private final InstantSource clock;
  private final Optional<TokenBucket> calls;
  private final Optional<TokenBucket> callbacks;

  private PermissionGate(
      PermissionReview review,
      List<GuardedField> fields,
      DenialListener listener,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.review = review;
    this.effective = review.effective();
    this.fields = List.copyOf(fields);
    this.listener = listener;
    this.clock = clock;
    this.calls = effective.callRate().map(rate -> new TokenBucket(rate, nanoTime));
    this.callbacks = effective.callbackRate().map(rate -> new TokenBucket(rate, nanoTime));
  }

  /// A gate with the system's clocks. One gate for all processes of a plugin: its rates go on when
  /// it is started again.
  ///
  /// @param fields where paths and hosts stand in requests
  /// @param listener is told of each denial
  public static PermissionGate of(
      PermissionReview review, List<GuardedField> fields, DenialListener listener) {
    return of(review, fields, listener, InstantSource.system(), System::nanoTime);
  }

  /// A gate with clocks of one's own.
  ///
  /// @param clock for the times of denials
  /// @param nanoTime for the rates; only goes forward
  public static PermissionGate of(
      PermissionReview review,
      List<GuardedField> fields,
      DenialListener listener,
      InstantSource clock,
      LongSupplier nanoTime) {
    return new PermissionGate(review, fields, listener, clock, nanoTime);
  }

  /// For channels to the plugin: holds the host's calls.
  public ClientInterceptor toPlugin() {
    return new GuardedCalls(this);
  }

  /// For servers of the host: holds the plugin's calls.
  public ServerInterceptor toHost() {
    return new GuardedCallbacks(this);
  }

  /// For `ClientConfig.dialer`: holds all calls over the host's main connection.
  public Consumer<NettyChannelBuilder> dialer() {
    return builder -> builder.intercept(toPlugin());
  }

  /// For the host's `BrokerConnector`: holds all calls over side connections, in both directions.
  public BrokerGuard brokerGuard() {
    return new BrokerGuard(builder -> builder.intercept(toHost()), dialer());
  }

  /// Why the call may not begin; empty if it may.
  Optional<Status> refuseCall(Need.Direction direction, String method) {
    return switch (direction) {
      case TO_PLUGIN ->
          PROTOCOL.stream().anyMatch(own -> own.matches(method))
              ? Optional.empty()
              : refuseCall(new Need.Call(method), direction, calls, method);
      case TO_HOST -> refuseCall(new Need.Callback(method), direction, callbacks, method);
    };
  }

  private Optional<Status> refuseCall(
      Need need, Need.Direction direction, Optional<TokenBucket> bucket, String method) {
    if (!effective.allows(need)) {
      return Optional.of(deny(method, need));
    }
    if (bucket.isPresent() && !bucket.get().tryTake()) {
      return Optional.of(deny(method, new Need.Turn(direction, method)));
    }
    return Optional.empty();
  }

  /// Why the message may not pass; empty if it may.
  Optional<Status> refuseMessage(String method, Object message) {
    for (GuardedField field : fields) {
      if (field.methods().matches(method)) {
        Optional<Need> need = field.need(method, message);
        if (need.isPresent() && !effective.allows(need.get())) {
          return Optional.of(deny(method, need.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Status deny(String method, Need need) {
    Denial denial = Denial.of(clock.instant(), review, method, need);
    return Status.PERMISSION_DENIED.withDescription(denial.tell(listener));
  }
}
