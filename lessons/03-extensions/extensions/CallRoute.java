package extensions;

import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The way to one process, with a count of its calls in flight. A retired one takes no new call.
final class CallRoute {
  private final Channel channel;
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private final Object lock = new Object();
  private int inFlight;
  private boolean retired;

  CallRoute(Channel channel) {
    this.channel = channel;
  }

  /// Begins a call; [#leave] ends it.
  ///
  /// @return false if the route is retired: the call must take another
  boolean enter() {
    synchronized (lock) {
      if (retired) {
        return false;
      }
      inFlight++;
      return true;
    }
  }

  /// Ends a call that [#enter] has begun.
  void leave() {
    boolean last;
    synchronized (lock) {
      inFlight--;
      last = retired && inFlight == 0;
    }
    if (last) {
      idle.complete(null);
    }
  }

  /// Takes no new call from now on.
  void retire() {
    boolean last;
    synchronized (lock) {
      retired = true;
      last = inFlight == 0;
    }
    if (last) {
      idle.complete(null);
    }
  }

  /// Waits until a retired route has no call left.
  ///
  /// @return whether none is left; false if the time was up, or the thread was interrupted
  boolean awaitIdle(Duration limit) {
    try {
      idle.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a route never becomes idle exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int inFlight() {
    synchronized (lock) {
      return inFlight;
    }
  }

  Channel channel() {
    return channel;
  }
}
