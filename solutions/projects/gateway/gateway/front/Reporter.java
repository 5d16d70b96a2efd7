package gateway.front;

import gateway.Observer;
import gateway.Passage;
import gateway.StepUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Tells one observer of what passed, in its own time: a request never waits for it.
///
/// While the observer is gone, or slower than the requests, it misses some; they are counted.
final class Reporter implements AutoCloseable {
  private static final int WAITING_AT_MOST = 10_000;
  private static final int AT_ONCE = 200;
  private static final long LOOK_MILLIS = 20;

  private final Observer observer;
  private final BlockingQueue<Passage> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final AtomicLong missed = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  Reporter(Observer observer) {
    this.observer = observer;
    this.thread = Thread.startVirtualThread(this::work);
  }

  /// Returns at once.
  void tell(Passage passage) {
    if (!waiting.offer(passage)) {
      missed.incrementAndGet();
    }
  }

  /// How many the observer was not told of.
  long missed() {
    return missed.get();
  }

  private void work() {
    List<Passage> batch = new ArrayList<>();
    try {
      while (!closed || !waiting.isEmpty()) {
        Passage first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, AT_ONCE - 1);
          report(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("no one knows this thread to interrupt it", e);
    }
  }

  private void report(List<Passage> batch) {
    try {
      observer.report(batch);
    } catch (StepUnavailableException e) {
      missed.addAndGet(batch.size());
    }
  }

  /// Waits until the observer was told of all.
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
