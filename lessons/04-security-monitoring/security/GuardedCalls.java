package security;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds a host's calls of its plugin: one that is denied never reaches the plugin, and a message
/// that is denied breaks off its call.
record GuardedCalls(PermissionGate gate) implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    String name = method.getFullMethodName();
    Optional<Status> refusal = gate.refuseCall(Need.Direction.TO_PLUGIN, name);
    return refusal.isPresent()
        ? new RefusedCall<>(refusal.get(), options.getExecutor())
        : new WatchedCall<>(next.newCall(method, options), name, gate);
  }

  /// Looks at each message on its way out.
  private static final class WatchedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final String method;
    private final PermissionGate gate;
    private volatile @Nullable Status refusal;

    WatchedCall(ClientCall<Q, A> call, String method, PermissionGate gate) {
      super(call);
      this.method = method;
      this.gate = gate;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              // Otherwise the caller would hear that it was cancelled.
              Status denied = refusal;
              super.onClose(denied == null ? status : denied, trailers);
            }
          },
          headers);
    }

    @Override
    public void sendMessage(Q message) {
      if (refusal != null) {
        return;
      }
      Optional<Status> refused = gate.refuseMessage(method, message);
      if (refused.isPresent()) {
        refusal = refused.get();
        super.cancel("permission denied", null);
        return;
      }
      super.sendMessage(message);
    }

    @Override
    public void halfClose() {
      if (refusal == null) {
        super.halfClose();
      }
    }
  }
}
