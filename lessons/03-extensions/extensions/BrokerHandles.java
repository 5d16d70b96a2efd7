package extensions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// What a broker has opened and nobody has closed yet. Safe for use by many threads.
final class BrokerHandles {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final IdentityHashMap<Object, Runnable> open = new IdentityHashMap<>();
  private final List<Thread> closing = new ArrayList<>();
  private boolean closed;

  /// Keeps a server or a connection until it is removed.
  ///
  /// @param release frees it, within a few seconds
  /// @throws BrokerException if the broker was closed meanwhile; the handle is released
  void add(int streamId, Object handle, Runnable release) {
    synchronized (open) {
      if (!closed) {
        open.put(handle, release);
        return;
      }
    }
    release.run();
    throw BrokerException.of(streamId, "the broker is closed");
  }

  void remove(Object handle) {
    synchronized (open) {
      open.remove(handle);
    }
  }

  /// How many are open.
  int size() {
    synchronized (open) {
      return open.size();
    }
  }

  /// Begins to release all, at the same time: each may take its seconds.
  void beginClose() {
    synchronized (open) {
      closed = true;
      for (Runnable release : open.values()) {
        closing.add(Thread.ofVirtual().name("broker-close").start(release));
      }
      open.clear();
    }
  }

  /// Releases all and waits for it. Calling it again waits, too.
  void close() {
    List<Thread> threads;
    synchronized (open) {
      beginClose();
      threads = List.copyOf(closing);
    }
    try {
      for (Thread thread : threads) {
        thread.join(CLOSE_TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
