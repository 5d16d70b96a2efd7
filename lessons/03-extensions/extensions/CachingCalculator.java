package extensions;

import contract.Calculator;
import contract.CalculatorStatus;
import contract.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A [Calculator] that remembers results, in front of one that is slow or far away.
///
/// Only the four operations are remembered: their result depends on the operands alone. `0.0` and
/// `-0.0` are two operands. Errors are not remembered, nor is [#status]: behind the cache a
/// calculation that was a hit was never asked for. [#shutdown] through this calculator empties the
/// cache; if another host shuts the plugin down, remembered results are still given.
///
/// Of the results it keeps those that were used last. Two threads that miss the same result at the
/// same time both ask for it. Safe for use by many threads; none waits while another calculates.
public final class CachingCalculator implements Calculator {
  private final Calculator behind;
  private final int capacity;
  private final Object lock = new Object();
  private final Map<Operation, Double> results;
  private long hits;
  private long misses;

  /// Goes up with each shutdown: a result that was asked for before it must not come in after it.
  private long generation;

  /// @param behind the calculator to ask; the caller keeps it
  /// @param capacity how many results to keep, 1 or more; each takes about 100 bytes
  /// @throws IllegalArgumentException if the capacity is less than 1
  public CachingCalculator(Calculator behind, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity < 1: " + capacity);
    }
    this.behind = behind;
    this.capacity = capacity;
    this.results = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  }

  @Override
  public double add(double left, double right) {
    return cached(Operation.add(left, right));
  }

  @Override
  public double subtract(double left, double right) {
    return cached(Operation.subtract(left, right));
  }

  @Override
  public double multiply(double left, double right) {
    return cached(Operation.multiply(left, right));
  }

  @Override
  public double divide(double left, double right) {
    return cached(Operation.divide(left, right));
  }

  private double cached(Operation operation) {
    long asked;
    synchronized (lock) {
      @Nullable Double known = results.get(operation);
      if (known != null) {
        hits++;
        return known;
      }
      misses++;
      asked = generation;
    }
    double result = operation.on(behind);
    synchronized (lock) {
      if (asked == generation) {
        remember(operation, result);
      }
    }
    return result;
  }

  private void remember(Operation operation, double result) {
    results.put(operation, result);
    if (results.size() > capacity) {
      results.remove(results.keySet().iterator().next());
    }
  }

  @Override
  public void initialize() {
    behind.initialize();
  }

  @Override
  public void shutdown() {
    forget();
    behind.shutdown();
    // What was asked for in between may have come in.
    forget();
  }

  private void forget() {
    synchronized (lock) {
      generation++;
      results.clear();
    }
  }

  @Override
  public CalculatorStatus status() {
    return behind.status();
  }

  /// How the cache fares.
  public CacheStats stats() {
    synchronized (lock) {
      return new CacheStats(hits, misses, results.size(), capacity);
    }
  }
}
