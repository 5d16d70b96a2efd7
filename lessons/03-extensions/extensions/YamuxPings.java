package extensions;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Asks the other side whether it lives. All of it runs on the session's event loop.
final class YamuxPings {
  private record Open(
      CompletableFuture<Duration> answer, long startNanos, Runnable cancelTimeout) {}

  private final YamuxSession session;
  private final Map<Integer, Open> open = new HashMap<>();
  private int nextValue;
  private @Nullable Runnable cancelNext;
  private boolean stopped;

  YamuxPings(YamuxSession session) {
    this.session = session;
  }

  /// Begins the keep-alive.
  void start() {
    if (cancelNext == null && !stopped) {
      scheduleNext();
    }
  }

  private void scheduleNext() {
    cancelNext = session.schedule(this::keepAlive, session.config().keepAliveInterval());
  }

  private void keepAlive() {
    CompletableFuture<Duration> answer = new CompletableFuture<>();
    answer.whenComplete(
        (time, failure) -> {
          if (failure instanceof YamuxException silent) {
            session.fail(silent);
          } else if (!stopped) {
            scheduleNext();
          }
        });
    ask(answer);
  }

  /// Sends a ping.
  ///
  /// @param answer completes with the time to the answer, or with a [YamuxException]
  void ask(CompletableFuture<Duration> answer) {
    if (stopped) {
      answer.completeExceptionally(YamuxException.ended("the session is closed"));
      return;
    }
    int value = nextValue++;
    Runnable timeout = session.schedule(() -> timedOut(value), session.config().writeTimeout());
    open.put(value, new Open(answer, System.nanoTime(), timeout));
    session.write(YamuxFrame.ping(YamuxFrame.SYN, value));
    session.flush();
  }

  private void timedOut(int value) {
    Open ping = open.remove(value);
    if (ping != null) {
      ping.answer.completeExceptionally(
          YamuxException.failed(
              "no answer to a ping within " + session.config().writeTimeout(), null));
    }
  }

  /// The other side answers. An answer to no question is ignored, as it may be late.
  void answered(int value) {
    Open ping = open.remove(value);
    if (ping != null) {
      ping.cancelTimeout.run();
      ping.answer.complete(Duration.ofNanos(System.nanoTime() - ping.startNanos));
    }
  }

  /// Ends the keep-alive; nobody waits for an answer any more.
  void stop() {
    stopped = true;
    Runnable next = cancelNext;
    if (next != null) {
      next.run();
    }
    Map<Integer, Open> rest = Map.copyOf(open);
    open.clear();
    for (Open ping : rest.values()) {
      ping.cancelTimeout.run();
      ping.answer.completeExceptionally(YamuxException.ended("the session is closed"));
    }
  }
}
