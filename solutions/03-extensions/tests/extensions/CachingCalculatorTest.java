package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorImpl;
import contract.Calculator;
import contract.CalculatorStatus;
import contract.DivisionByZeroException;
import contract.NotInitializedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CachingCalculatorTest {
  private final Calculator behind = new CalculatorImpl();
  private final CachingCalculator cache = new CachingCalculator(behind, 3);

  CachingCalculatorTest() {
    behind.initialize();
  }

  @Test
  void asksOnceForTheSameCalculation() {
    for (int i = 0; i < 5; i++) {
      assertThat(cache.add(1, 2)).isEqualTo(3);
    }

    assertThat(behind.status().calls()).isEqualTo(1);
    assertThat(cache.stats()).isEqualTo(new CacheStats(4, 1, 1, 3));
    assertThat(cache.stats().hitRate()).isEqualTo(0.8);
  }

  @Test
  void tellsOperationsAndOperandsApart() {
    CachingCalculator large = new CachingCalculator(behind, 100);
    for (int round = 0; round < 2; round++) {
      assertThat(large.add(8, 2)).isEqualTo(10);
      assertThat(large.add(2, 8)).isEqualTo(10);
      assertThat(large.subtract(8, 2)).isEqualTo(6);
      assertThat(large.subtract(2, 8)).isEqualTo(-6);
      assertThat(large.multiply(8, 2)).isEqualTo(16);
      assertThat(large.divide(8, 2)).isEqualTo(4);
    }
    assertThat(large.stats().hits()).isEqualTo(6);
  }

  @Test
  void zeroHasASign() {
    assertThat(1 / cache.multiply(0.0, 1)).isPositive();
    assertThat(1 / cache.multiply(-0.0, 1)).isNegative();
    assertThat(1 / cache.multiply(0.0, 1)).isPositive();
  }

  @Test
  void forgetsWhatWasNotUsedForLongest() {
    cache.add(1, 0);
    cache.add(2, 0);
    cache.add(3, 0);
    cache.add(1, 0);

    cache.add(4, 0);

    assertThat(cache.stats().size()).isEqualTo(3);
    long misses = cache.stats().misses();
    cache.add(1, 0);
    cache.add(3, 0);
    cache.add(4, 0);
    assertThat(cache.stats().misses()).isEqualTo(misses);
    cache.add(2, 0);
    assertThat(cache.stats().misses()).isEqualTo(misses + 1);
  }

  @Test
  void neverKeepsMoreThanItMay() {
    for (int i = 0; i < 10_000; i++) {
      cache.add(i, 1);
      assertThat(cache.stats().size()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void errorsAreNotKept() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> cache.divide(1, 0)).isInstanceOf(DivisionByZeroException.class);
    }

    assertThat(behind.status().errors()).isEqualTo(2);
    assertThat(cache.stats()).isEqualTo(new CacheStats(0, 2, 0, 3));
  }

  @Test
  void statusIsNotKept() {
    CalculatorStatus before = cache.status();
    cache.add(1, 1);

    assertThat(cache.status().calls()).isEqualTo(before.calls() + 1);
  }

  @Test
  void shutdownEmptiesIt() {
    cache.add(1, 1);

    cache.shutdown();

    assertThatThrownBy(() -> cache.add(1, 1)).isInstanceOf(NotInitializedException.class);
    cache.initialize();
    assertThat(cache.add(1, 1)).isEqualTo(2);
    assertThat(cache.stats().hits()).isZero();
  }

  /// The addition is answered before the shutdown and comes back after it.
  @Test
  void aResultFromBeforeAShutdownDoesNotComeInAfterIt() throws Exception {
    CountDownLatch calculated = new CountDownLatch(1);
    CountDownLatch shutDown = new CountDownLatch(1);
    CachingCalculator late =
        new CachingCalculator(
            new Intercepted(
                behind,
                () -> {
                  calculated.countDown();
                  shutDown.await();
                }),
            3);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Double> sum = threads.submit(() -> late.add(1, 1));
      calculated.await();
      late.shutdown();
      shutDown.countDown();

      assertThat(sum.get()).isEqualTo(2);
    }
    assertThatThrownBy(() -> late.add(1, 1)).isInstanceOf(NotInitializedException.class);
  }

  @Test
  void isSafeForManyThreads() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 2_000; i++) {
                    assertThat(cache.add(i % 5, 1)).isEqualTo(i % 5 + 1);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(cache.stats().hits() + cache.stats().misses()).isEqualTo(16_000);
    assertThat(cache.stats().size()).isLessThanOrEqualTo(3);
  }

  @Test
  void refusesACapacityOfNothing() {
    assertThatThrownBy(() -> new CachingCalculator(behind, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capacity < 1: 0");
  }

  /// Does something after each addition.
  private record Intercepted(Calculator calculator, Step step) implements Calculator {
    private interface Step {
      void run() throws InterruptedException;
    }

    @Override
    public double add(double left, double right) {
      double sum = calculator.add(left, right);
      try {
        step.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return sum;
    }

    @Override
    public void initialize() {
      calculator.initialize();
    }

    @Override
    public void shutdown() {
      calculator.shutdown();
    }

    @Override
    public CalculatorStatus status() {
      return calculator.status();
    }

    @Override
    public double subtract(double left, double right) {
      return calculator.subtract(left, right);
    }

    @Override
    public double multiply(double left, double right) {
      return calculator.multiply(left, right);
    }

    @Override
    public double divide(double left, double right) {
      return calculator.divide(left, right);
    }
  }
}
