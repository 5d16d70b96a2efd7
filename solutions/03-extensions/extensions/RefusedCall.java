package extensions;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A call that ends as soon as it starts, and that no plugin sees: for whoever stands in front of a
/// plugin and may say no.
///
/// @param <Q> the request
/// @param <A> the answer
public final class RefusedCall<Q, A> extends ClientCall<Q, A> {
  private final Status status;
  private final Executor executor;
  private volatile boolean cancelled;

  /// @param status what the caller is told
  /// @param executor where the caller wants to be told; null if it does not care
  public RefusedCall(Status status, @Nullable Executor executor) {
    this.status = status;
    this.executor = executor == null ? Thread::startVirtualThread : executor;
  }

  /// Whether the caller has given the call up.
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void start(Listener<A> listener, Metadata headers) {
    executor.execute(() -> listener.onClose(status, new Metadata()));
  }

  @Override
  public void request(int numMessages) {}

  @Override
  public void cancel(@Nullable String message, @Nullable Throwable cause) {
    cancelled = true;
  }

  @Override
  public void halfClose() {}

  @Override
  public void sendMessage(Q message) {}
}
