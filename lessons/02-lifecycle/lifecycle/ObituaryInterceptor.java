package lifecycle;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells a caller why its call failed if the plugin's process has ended: how it ended, and its last
/// words. The status is `UNAVAILABLE` then; without this a caller sees no more than that.
///
/// The connection breaks a moment before the system tells of the end, so a failure that looks like
/// it is held back for [#WAIT] at most, on a thread of its own: gRPC's threads never wait.
final class ObituaryInterceptor implements ClientInterceptor {
  static final Duration WAIT = Duration.ofMillis(200);

  private final CompletableFuture<?> exit;
  private final CompletableFuture<?> allTold;
  private final Supplier<String> obituary;

  /// @param exit completes when the process has ended
  /// @param streamsEnd completes when all its last words are read
  /// @param obituary how it ended, for a person; asked after the end only
  ObituaryInterceptor(
      CompletableFuture<?> exit, CompletableFuture<?> streamsEnd, Supplier<String> obituary) {
    this.exit = exit;
    this.allTold = CompletableFuture.allOf(exit, streamsEnd);
    this.obituary = obituary;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new WatchedCall<>(next.newCall(method, options), options.getExecutor());
  }

  private final class WatchedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final Executor executor;
    private final Context context = Context.current();
    private volatile boolean cancelledHere;

    /// @param executor where the caller wants to be told; a blocking caller waits for work on it
    WatchedCall(ClientCall<Q, A> call, @Nullable Executor executor) {
      super(call);
      this.executor = executor == null ? Thread::startVirtualThread : executor;
    }

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
      cancelledHere = true;
      super.cancel(message, cause);
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              if (!soundsLikeTheEnd(status, trailers)) {
                super.onClose(status, trailers);
              } else if (allTold.isDone()) {
                super.onClose(explained(status), trailers);
              } else {
                Runnable tell = () -> super.onClose(explained(status), trailers);
                Context current = Context.current();
                Thread.startVirtualThread(() -> tellSoon(current.wrap(tell)));
              }
            }
          },
          headers);
    }

    /// Whether the connection failed. A status that the plugin sent is its own word: with it comes
    /// at least one header.
    private boolean soundsLikeTheEnd(Status status, Metadata trailers) {
      if (!trailers.keys().isEmpty() || cancelledHere || context.isCancelled()) {
        return false;
      }
      return switch (status.getCode()) {
        case UNAVAILABLE -> true;
        case CANCELLED, UNKNOWN, INTERNAL ->
            status.getCause() != null
                || String.valueOf(status.getDescription()).startsWith("RST_STREAM");
        default -> false;
      };
    }

    private void tellSoon(Runnable tell) {
      try {
        Object _ = allTold.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException ignored) {
        // The process lives, or someone else holds its stderr: what is known must do.
      } catch (InterruptedException e) {
        throw new IllegalStateException("no one knows this thread to interrupt it", e);
      }
      executor.execute(tell);
    }
  }

  private Status explained(Status status) {
    if (!exit.isDone()) {
      return status;
    }
    String told = status.getDescription();
    // One code whatever the wire made of it: a stream that breaks may end as UNKNOWN or CANCELLED.
    return Status.UNAVAILABLE
        .withCause(status.getCause())
        .withDescription(
            "the plugin is gone: %s%s"
                .formatted(obituary.get(), told == null ? "" : "\n(" + told + ")"));
  }
}
