package extensions;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A channel that outlives a plugin's processes: each call goes to the one that serves when the
/// call begins, and stays with it. If none serves, the call ends at once with `UNAVAILABLE`.
final class SwitchedChannel extends Channel {
  private final Supplier<String> reason;
  private volatile @Nullable CallRoute current;

  /// @param reason why no process serves, for a person; asked for each such call
  SwitchedChannel(Supplier<String> reason) {
    this.reason = reason;
  }

  /// New calls take that route; the one before is retired.
  ///
  /// @param next null if no process serves from now on
  void switchTo(@Nullable CallRoute next) {
    CallRoute before = current;
    current = next;
    if (before != null) {
      before.retire();
    }
  }

  @Nullable CallRoute current() {
    return current;
  }

  @Override
  public String authority() {
    CallRoute route = current;
    return route == null ? "localhost" : route.channel().authority();
  }

  @Override
  public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
    return new RoutedCall<>(method, options);
  }

  /// A call's route is chosen when it starts: one that is made and never started counts nowhere.
  private final class RoutedCall<Q, A> extends ForwardingClientCall<Q, A> {
    private final MethodDescriptor<Q, A> method;
    private final CallOptions options;
    private final RefusedCall<Q, A> pending = new RefusedCall<>(Status.CANCELLED, null);
    private volatile ClientCall<Q, A> call = pending;

    RoutedCall(MethodDescriptor<Q, A> method, CallOptions options) {
      this.method = method;
      this.options = options;
    }

    @Override
    protected ClientCall<Q, A> delegate() {
      return call;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      CallRoute route = enter();
      if (route == null) {
        Status status = Status.UNAVAILABLE.withDescription(reason.get());
        call = new RefusedCall<>(status, options.getExecutor());
        call.start(listener, headers);
        return;
      }
      AtomicBoolean left = new AtomicBoolean();
      try {
        call = route.channel().newCall(method, options);
        call.start(new LeavingListener<>(listener, route, left), headers);
      } catch (RuntimeException e) {
        leaveOnce(route, left);
        throw e;
      }
      if (pending.isCancelled()) {
        // Before it began, or while it did: the call that was made in between must hear of it.
        call.cancel("cancelled before it began", null);
      }
    }
  }

  /// A route that has just been retired has a successor already, or there is none.
  private @Nullable CallRoute enter() {
    CallRoute route = current;
    while (route != null && !route.enter()) {
      Thread.onSpinWait();
      route = current;
    }
    return route;
  }

  private static void leaveOnce(CallRoute route, AtomicBoolean left) {
    if (left.compareAndSet(false, true)) {
      route.leave();
    }
  }

  /// Counts the call out when it is over for the caller.
  private static final class LeavingListener<A> extends SimpleForwardingClientCallListener<A> {
    private final CallRoute route;
    private final AtomicBoolean left;

    LeavingListener(ClientCall.Listener<A> listener, CallRoute route, AtomicBoolean left) {
      super(listener);
      this.route = route;
      this.left = left;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      try {
        super.onClose(status, trailers);
      } finally {
        leaveOnce(route, left);
      }
    }
  }
}
