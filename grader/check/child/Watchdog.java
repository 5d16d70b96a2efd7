package check.child;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends this JVM when an exercise takes longer than it may, after reporting where it hangs.
///
/// The net below JUnit's own time-out, which does not cover constructors and static initialisers.
final class Watchdog implements AutoCloseable {
  private final EventWriter events;
  private final String exercise;
  private final Thread main = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);

  private Watchdog(EventWriter events, String exercise) {
    this.events = events;
    this.exercise = exercise;
  }

  static Watchdog start(EventWriter events, String exercise, long millis) {
    Watchdog watchdog = new Watchdog(events, exercise);
    Thread.ofPlatform().daemon().name("watchdog").start(() -> watchdog.watch(millis));
    return watchdog;
  }

  private void watch(long millis) {
    try {
      if (!finished.await(millis, TimeUnit.MILLISECONDS)) {
        events.write(Event.of(Event.Kind.STUCK, exercise, Frame.format(stuckTrace())));
        Runtime.getRuntime().halt(CheckRunner.STUCK);
      }
    } catch (InterruptedException ignored) {
      // Nothing interrupts this thread; without it the grader's own deadline remains.
    }
  }

  private StackTraceElement[] stuckTrace() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      if (entry.getKey().getName().startsWith("junit-timeout-thread")) {
        return entry.getValue();
      }
    }
    return main.getStackTrace();
  }

  @Override
  public void close() {
    finished.countDown();
  }
}
