package extensions;

import course.goplugin.ConnInfo;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Answers knocks, and knows for whom the next stream is.
///
/// A knock at an id that nobody has accepted yet waits a little for its accept, one for each id;
/// then it is refused. The other side may be hostile: what waits is bounded. Never blocks. Safe for
/// use by many threads.
final class KnockAcceptor {
  /// A little less than the 5 s that the dialler waits, so that it hears why.
  static final long HOLD_MILLIS = 4_500;

  /// How many knocks wait for their accept at most, and how many for their stream.
  static final int MAX_WAITING = 1_024;

  private final EventLoopGroup timers;
  private final Object lock = new Object();
  private final Map<Integer, YamuxServerChannel> listening = new HashMap<>();
  private final Map<Integer, BrokerOutbox> early = new HashMap<>();
  // The latest, oldest first.
  private final Set<Integer> closed = new LinkedHashSet<>();
  private final Queue<Expected> expected = new ArrayDeque<>();

  private record Expected(int streamId, long deadlineNanos) {}

  KnockAcceptor(EventLoopGroup timers) {
    this.timers = timers;
  }

  /// Gives the streams of that id to a server from now on.
  ///
  /// @throws BrokerException if the id has a server
  void listen(int streamId, YamuxServerChannel server) {
    BrokerOutbox dialler;
    synchronized (lock) {
      if (listening.putIfAbsent(streamId, server) != null) {
        throw BrokerException.of(streamId, "it is accepted already; take another id by nextId()");
      }
      closed.remove(streamId);
      dialler = early.remove(streamId);
    }
    if (dialler != null) {
      knocked(streamId, dialler);
    }
  }

  void stopListening(int streamId, YamuxServerChannel server) {
    synchronized (lock) {
      if (listening.remove(streamId, server)) {
        if (closed.size() >= MAX_WAITING) {
          closed.remove(closed.iterator().next());
        }
        closed.add(streamId);
      }
    }
  }

  /// Takes a knock.
  ///
  /// @param dialler the way back
  void knocked(int streamId, BrokerOutbox dialler) {
    synchronized (lock) {
      if (!listening.containsKey(streamId)) {
        hold(streamId, dialler);
        return;
      }
      dropExpired();
      if (expected.size() < MAX_WAITING) {
        long deadline = System.nanoTime() + Announcements.TIMEOUT.toNanos();
        expected.add(new Expected(streamId, deadline));
        // Sent under the lock: answers go out in the order in which streams are expected.
        answer(streamId, dialler, "");
        return;
      }
    }
    answer(streamId, dialler, "too many knocks without a stream");
  }

  private void hold(int streamId, BrokerOutbox dialler) {
    if (closed.contains(streamId)) {
      // A client that connects again. It must not hold up its side's other dials.
      answer(streamId, dialler, "this id was closed");
      return;
    }
    if (early.size() >= MAX_WAITING) {
      answer(streamId, dialler, "too many knocks at ids that nobody accepts");
      return;
    }
    if (early.putIfAbsent(streamId, dialler) != null) {
      return;
    }
    try {
      timers.schedule(() -> giveUp(streamId, dialler), HOLD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException over) {
      early.remove(streamId);
    }
  }

  private void giveUp(int streamId, BrokerOutbox dialler) {
    boolean held;
    synchronized (lock) {
      held = early.remove(streamId, dialler);
    }
    if (held) {
      answer(streamId, dialler, "nobody accepts this id");
    }
  }

  private static void answer(int streamId, BrokerOutbox dialler, String error) {
    dialler.trySend(
        ConnInfo.newBuilder()
            .setServiceId(streamId)
            .setKnock(ConnInfo.Knock.newBuilder().setKnock(true).setAck(true).setError(error))
            .build());
  }

  private void dropExpired() {
    long now = System.nanoTime();
    Expected oldest = expected.peek();
    while (oldest != null && oldest.deadlineNanos() - now <= 0) {
      expected.remove();
      oldest = expected.peek();
    }
  }

  /// For whom a stream is that has just arrived; empty if no one has knocked.
  Optional<Knocked> next() {
    synchronized (lock) {
      dropExpired();
      Expected oldest = expected.poll();
      return oldest == null
          ? Optional.empty()
          : Optional.of(new Knocked(listening.get(oldest.streamId())));
    }
  }

  /// A stream that was knocked for.
  ///
  /// @param server who takes it; null if it was closed meanwhile
  record Knocked(@Nullable YamuxServerChannel server) {}

  /// How many knocks wait for an accept or a stream.
  int size() {
    synchronized (lock) {
      return early.size() + expected.size();
    }
  }
}
