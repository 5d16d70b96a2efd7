package workbench;

import contract.Calculator;
import contract.CalculatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import pictures.Timeline.Column;
import pictures.Timeline.Item;
import pictures.Tone;

/// What callers got who called a calculator without a pause, while something happened to it.
///
/// @param calls all calls, in no order; at least one
public record Load(List<Call> calls) {
  /// The lane of the calls that were answered.
  public static final String ANSWERED = "answered";

  /// The lane of the calls that failed.
  public static final String FAILED = "failed";

  private static final int CALLERS = 8;
  private static final long BEFORE_AND_AFTER_MILLIS = 500;
  private static final long PAUSE_NANOS = 2_000_000;
  private static final double NANOS_PER_MILLI = 1e6;

  /// One call.
  ///
  /// @param began by [System#nanoTime]
  /// @param ended by the same clock
  /// @param good whether it was answered, and right
  public record Call(long began, long ended, boolean good) {}

  /// Copies the list.
  public Load {
    calls = List.copyOf(calls);
  }

  /// Eight callers call while that happens, and half a second before and after. One whose call has
  /// failed waits two milliseconds, or it would do nothing but fail.
  public static Load during(Calculator calculator, Runnable what) throws InterruptedException {
    Queue<Call> calls = new ConcurrentLinkedQueue<>();
    AtomicBoolean ended = new AtomicBoolean();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(Thread.startVirtualThread(() -> callUntil(ended, calculator, calls)));
    }
    try {
      TimeUnit.MILLISECONDS.sleep(BEFORE_AND_AFTER_MILLIS);
      what.run();
      TimeUnit.MILLISECONDS.sleep(BEFORE_AND_AFTER_MILLIS);
    } finally {
      ended.set(true);
      for (Thread caller : callers) {
        caller.join();
      }
    }
    return new Load(List.copyOf(calls));
  }

  private static void callUntil(AtomicBoolean ended, Calculator calculator, Queue<Call> calls) {
    while (!ended.get()) {
      long began = System.nanoTime();
      boolean good;
      try {
        good = calculator.add(20, 22) == 42;
      } catch (CalculatorException e) {
        good = false;
      }
      calls.add(new Call(began, System.nanoTime(), good));
      if (!good) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /// A moment in milliseconds after the first call began.
  ///
  /// @param nanoTime the moment, by [System#nanoTime]
  public double millis(long nanoTime) {
    long first = calls.stream().mapToLong(Call::began).min().orElse(nanoTime);
    return (nanoTime - first) / NANOS_PER_MILLI;
  }

  /// When the last call ended, in milliseconds after the first one began.
  public double end() {
    return millis(calls.stream().mapToLong(Call::ended).max().orElse(0));
  }

  /// How many calls failed.
  public long failed() {
    return calls.stream().filter(call -> !call.good()).count();
  }

  /// How many calls were answered, and how many failed, in each piece of time.
  ///
  /// @param stepMillis how long a piece is
  public List<Item> columns(double stepMillis) {
    Map<Long, long[]> counts = new TreeMap<>();
    long first = calls.stream().mapToLong(Call::began).min().orElse(0);
    for (Call call : calls) {
      long step = (long) ((call.ended() - first) / NANOS_PER_MILLI / stepMillis);
      counts.computeIfAbsent(step, any -> new long[2])[call.good() ? 0 : 1]++;
    }
    List<Item> items = new ArrayList<>();
    counts.forEach(
        (step, count) -> {
          double from = step * stepMillis;
          double to = from + stepMillis;
          items.add(new Column(ANSWERED, from, to, count[0], Tone.GOOD));
          items.add(new Column(FAILED, from, to, count[1], Tone.BAD));
        });
    return items;
  }

  /// What the callers got, in a sentence.
  @Override
  public String toString() {
    long longest = calls.stream().mapToLong(call -> call.ended() - call.began()).max().orElse(0);
    return "%,d calls, %,d failed; the longest took %.0f ms"
        .formatted(calls.size(), failed(), longest / NANOS_PER_MILLI);
  }
}
