package monitoring;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does what a server gives it, each task on a virtual thread: no more than so many at a time, and
/// none for longer than that. A task whose time is up is interrupted, which closes the socket that
/// it waits for.
final class BoundedWorkers implements Executor, AutoCloseable {
  private final Semaphore permits;
  private final Duration limit;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("monitoring-http-limit").factory());

  BoundedWorkers(int tasks, Duration limit) {
    this.permits = new Semaphore(tasks);
    this.limit = limit;
    watch.setRemoveOnCancelPolicy(true);
  }

  /// @throws RejectedExecutionException if as many tasks as may be are under way
  @Override
  public void execute(Runnable task) {
    if (!permits.tryAcquire()) {
      throw new RejectedExecutionException("too many requests at a time");
    }
    Thread.ofVirtual().name("monitoring-http").start(() -> run(task));
  }

  private void run(Runnable task) {
    try {
      Thread worker = Thread.currentThread();
      Future<?> end = watch.schedule(worker::interrupt, limit.toNanos(), TimeUnit.NANOSECONDS);
      try {
        task.run();
      } finally {
        end.cancel(false);
      }
    } catch (RejectedExecutionException ignored) {
      // The server has been closed.
    } finally {
      permits.release();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
