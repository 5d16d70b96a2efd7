package monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A time that passes when a test says so, and then at once. Not safe for use by many threads.
final class VirtualTimeline implements Timeline {
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private Instant now = Instant.EPOCH;
  private long numbers;

  private record Due(Instant at, long number, Runnable action) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Appointment after(Duration delay, Runnable action) {
    Due entry = new Due(now.plus(delay), numbers++, action);
    due.add(entry);
    return () -> due.remove(entry);
  }

  /// Lets that time pass, with all that is due in it.
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (true) {
      Due next = due.peek();
      if (next == null || next.at().isAfter(end)) {
        now = end;
        return;
      }
      due.remove(next);
      now = next.at();
      next.action().run();
    }
  }

  /// How much is to be done later.
  int planned() {
    return due.size();
  }
}
