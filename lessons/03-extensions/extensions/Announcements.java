package extensions;

import course.goplugin.ConnInfo;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the other side has announced and nobody has dialled yet. Safe for use by many threads.
///
/// Each id has room for one announcement. It serves one dial, and is dropped 5 s after its arrival;
/// while it waits, another for the same id is dropped (go-plugin: `GRPCBroker.Run`, `timeoutWait`).
/// The other side may be hostile: the room is bounded.
final class Announcements {
  /// How long an announcement waits for its dial, and a dial for its announcement.
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  /// How many announcements wait at most.
  static final int MAX_WAITING = 1_024;

  /// The longest announcement in bytes. A socket's path has at most 108.
  static final int MAX_BYTES = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // In the order of arrival: the oldest come first.
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private @Nullable String ended;

  /// @param nanoTime the clock, such as `System::nanoTime`
  Announcements(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Waiting(ConnInfo announcement, long arrivedNanos) {}

  /// Keeps an announcement for the one who dials it.
  void arrived(ConnInfo announcement) {
    if (announcement.getSerializedSize() > MAX_BYTES) {
      LOG.warn("dropped an announcement of {} bytes", announcement.getSerializedSize());
      return;
    }
    lock.lock();
    try {
      dropExpired();
      if (ended != null) {
        return;
      }
      if (waiting.size() >= MAX_WAITING) {
        LOG.debug("dropped an announcement: {} wait already", waiting.size());
        return;
      }
      Waiting arrival = new Waiting(announcement, nanoTime.getAsLong());
      if (waiting.putIfAbsent(announcement.getServiceId(), arrival) == null) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void dropExpired() {
    long now = nanoTime.getAsLong();
    Iterator<Waiting> oldestFirst = waiting.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next().arrivedNanos() >= TIMEOUT.toNanos()) {
      oldestFirst.remove();
    }
  }

  /// Takes the announcement of that id; waits at most 5 s for it.
  ///
  /// @throws BrokerException if none comes, or none can come any more
  ConnInfo take(int streamId) {
    lock.lock();
    try {
      long left = TIMEOUT.toNanos();
      while (true) {
        dropExpired();
        Waiting found = waiting.remove(streamId);
        if (found != null) {
          return found.announcement();
        }
        if (ended != null) {
          throw BrokerException.of(streamId, ended);
        }
        if (left <= 0) {
          throw BrokerException.noConnectionInfo(streamId);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BrokerException.of(streamId, "interrupted while waiting for connection info", e);
    } finally {
      lock.unlock();
    }
  }

  /// Lets all who wait fail, and all who will come. The first reason counts.
  void end(String why) {
    lock.lock();
    try {
      if (ended == null) {
        ended = why;
        waiting.clear();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How many wait, 0 to [#MAX_WAITING].
  int size() {
    lock.lock();
    try {
      dropExpired();
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
