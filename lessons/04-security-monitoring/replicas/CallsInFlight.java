package replicas;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Knows how many calls a server is at, so that it can end between two.
final class CallsInFlight implements ServerInterceptor {
  /// How long no call must come: hosts hear within milliseconds that the replica is no longer one.
  private static final Duration QUIET = Duration.ofMillis(300);

  private int calls;
  private long lastEnd = System.nanoTime();

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    begin();
    ServerCall.Listener<Q> listener;
    try {
      listener = next.startCall(call, headers);
    } catch (RuntimeException e) {
      end();
      throw e;
    }
    // gRPC calls exactly one of the two, once.
    return new SimpleForwardingServerCallListener<>(listener) {
      @Override
      public void onComplete() {
        end();
        super.onComplete();
      }

      @Override
      public void onCancel() {
        end();
        super.onCancel();
      }
    };
  }

  private synchronized void begin() {
    calls++;
  }

  private synchronized void end() {
    calls--;
    lastEnd = System.nanoTime();
    notifyAll();
  }

  /// Waits until no call has been in flight for a moment, or the time is up.
  synchronized void awaitQuiet(Duration limit) {
    long start = System.nanoTime();
    lastEnd = start;
    long left = left(start, limit);
    while (left > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      left = left(start, limit);
    }
  }

  /// Nanoseconds that are to be waited still.
  private long left(long start, Duration limit) {
    long now = System.nanoTime();
    long whole = start + limit.toNanos() - now;
    return calls > 0 ? whole : Math.min(whole, lastEnd + QUIET.toNanos() - now);
  }
}
