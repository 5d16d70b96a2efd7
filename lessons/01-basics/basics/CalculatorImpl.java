package basics;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.ResultOutOfRangeException;
import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// The calculator that computes. It lives in the plugin and knows nothing of processes.
///
/// Safe for use by many threads: one lock guards all its state.
public final class CalculatorImpl implements Calculator {
  private final Object lock = new Object();
  private @Nullable Instant initializedAt;
  private long calls;
  private long errors;

  @Override
  public void initialize() {
    synchronized (lock) {
      if (initializedAt == null) {
        initializedAt = Instant.now();
      }
    }
  }

  @Override
  public void shutdown() {
    synchronized (lock) {
      initializedAt = null;
    }
  }

  @Override
  public CalculatorStatus status() {
    synchronized (lock) {
      return new CalculatorStatus(initializedAt != null, uptime(), calls, errors);
    }
  }

  @Override
  public double add(double left, double right) {
    return calculate(left, "+", right, () -> left + right);
  }

  @Override
  public double subtract(double left, double right) {
    return calculate(left, "-", right, () -> left - right);
  }

  /// Exercise 1.1. What [#calculate] does for addition serves here too.
  @Override
  @Exercise("1.1")
  public double multiply(double left, double right) {
    throw new ExerciseNotDone("1.1");
  }

  /// Exercise 1.1. Division by zero, of either sign, is a [DivisionByZeroException] whose message
  /// is the calculation, such as `1.0 / 0.0`. Like any other failure it counts as a call and as an
  /// error.
  @Override
  @Exercise("1.1")
  public double divide(double left, double right) {
    throw new ExerciseNotDone("1.1");
  }

  /// Runs a calculation under the contract's rules: counts it, refuses what is not finite, counts a
  /// failure.
  private double calculate(double left, String sign, double right, DoubleSupplier formula) {
    synchronized (lock) {
      calls++;
      try {
        requireInitialized();
        requireFinite("left", left);
        requireFinite("right", right);
        return inRange(left + " " + sign + " " + right, formula.getAsDouble());
      } catch (CalculatorException e) {
        errors++;
        throw e;
      }
    }
  }

  private void requireInitialized() {
    if (initializedAt == null) {
      throw new NotInitializedException("call initialize first");
    }
  }

  private static void requireFinite(String name, double operand) {
    if (!Double.isFinite(operand)) {
      throw new InvalidOperandException(name + " is " + operand + ", expected a finite number");
    }
  }

  private static double inRange(String calculation, double result) {
    if (Double.isInfinite(result)) {
      throw new ResultOutOfRangeException(calculation + " is too large for a double");
    }
    return result;
  }

  private Duration uptime() {
    if (initializedAt == null) {
      return Duration.ZERO;
    }
    Duration elapsed = Duration.between(initializedAt, Instant.now());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
