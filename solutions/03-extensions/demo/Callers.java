package demo;

import contract.CalculatorException;
import contract.ScientificCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Callers that add numbers without a pause until they are told to end.
public final class Callers implements AutoCloseable {
  private static final int COUNT = 8;

  private final List<Thread> callers = new ArrayList<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong longestNanos = new AtomicLong();

  /// Begins.
  public static Callers on(ScientificCalculator calculator) {
    Callers all = new Callers();
    for (int i = 0; i < COUNT; i++) {
      all.callers.add(Thread.startVirtualThread(() -> all.call(calculator)));
    }
    return all;
  }

  private void call(ScientificCalculator calculator) {
    while (!ended.get()) {
      long startNanos = System.nanoTime();
      try {
        calls.incrementAndGet();
        if (calculator.add(20, 22) != 42) {
          failed.incrementAndGet();
        }
      } catch (CalculatorException e) {
        failed.incrementAndGet();
      }
      longestNanos.accumulateAndGet(System.nanoTime() - startNanos, Math::max);
    }
  }

  /// How many calls they have made.
  public long calls() {
    return calls.get();
  }

  /// Waits for the last calls, and says how it went.
  public String end() {
    close();
    return "%d callers: %d calls, %d failed, the longest took %.0f ms"
        .formatted(COUNT, calls.get(), failed.get(), longestNanos.get() / 1e6);
  }

  /// Waits for the last calls.
  @Override
  public void close() {
    ended.set(true);
    try {
      for (Thread caller : callers) {
        caller.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
