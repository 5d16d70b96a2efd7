package monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's time. It starts from the wall's clock and goes on by the monotonic one: a clock
/// that is set back or forth neither refills a budget nor fires what is not due.
///
/// One thread waits; each action runs on a virtual thread of its own.
public final class SystemTimeline implements Timeline, AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(SystemTimeline.class);

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private final ScheduledThreadPoolExecutor waiter =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("monitoring-timeline").factory());

  /// A timeline that starts now. Close it.
  public SystemTimeline() {
    waiter.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public Appointment after(Duration delay, Runnable action) {
    try {
      Future<?> future =
          waiter.schedule(
              () -> Thread.startVirtualThread(() -> run(action)),
              delay.toNanos(),
              TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException ignored) {
      // Closed: nothing is done any more.
      return Appointment.NONE;
    }
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOGGER.error("what was to be done later failed", e);
    }
  }

  /// Calls off all that has not begun, and takes no more.
  @Override
  public void close() {
    waiter.shutdownNow();
  }
}
