package extensions;

import contract.Calculator;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.ScientificCalculator;
import course.Exercise;
import course.ExerciseNotDone;
import java.util.function.DoubleSupplier;

/// A scientific calculator on top of a plain one: what the plain one lacks, it computes with
/// [StrictMath].
///
/// Both count: [#status] tells of all calculations. Safe for use by many threads.
public final class MathCalculator implements ScientificCalculator {
  private final Calculator plain;
  private final Object lock = new Object();
  private long calls;
  private long errors;

  /// @param plain the calculator for the other operations; it says whether both are initialized
  public MathCalculator(Calculator plain) {
    this.plain = plain;
  }

  /// Exercise 3.1. The contract's rules stand at [ScientificCalculator#sqrt]. [#calculate] counts
  /// and looks whether the calculator is initialized; [#requireFinite] and [#invalid] make the
  /// errors that name the operand (`value`).
  @Override
  @Exercise("3.1")
  public double sqrt(double value) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. `StrictMath.pow` computes, but its answers to what the contract refuses are NaN
  /// and the infinities: see [ScientificCalculator#power]. An operand that is not finite comes
  /// first; then zero with a negative exponent divides by zero. The operands' names are `base` and
  /// `exponent`.
  @Override
  @Exercise("3.1")
  public double power(double base, double exponent) {
    throw new ExerciseNotDone("3.1");
  }

  /// Exercise 3.1. The double nearest to the exact product: `170!` has 307 digits, and a product of
  /// doubles is wrong in the last ones. More than 170 is refused at once, however large `n` is. The
  /// operand's name is `n`.
  @Override
  @Exercise("3.1")
  public double factorial(long n) {
    throw new ExerciseNotDone("3.1");
  }

  /// Runs a calculation under the contract's rules: counts it, refuses it where the plain
  /// calculator would, counts a failure.
  double calculate(DoubleSupplier formula) {
    count(1, 0);
    try {
      if (!plain.status().initialized()) {
        throw new NotInitializedException("call initialize first");
      }
      return formula.getAsDouble();
    } catch (CalculatorException e) {
      count(0, 1);
      throw e;
    }
  }

  private void count(int newCalls, int newErrors) {
    synchronized (lock) {
      calls += newCalls;
      errors += newErrors;
    }
  }

  /// @throws InvalidOperandException if `value` is NaN or infinite; it names the operand
  static void requireFinite(String operand, double value) {
    if (!Double.isFinite(value)) {
      throw invalid(operand, value, "a finite number");
    }
  }

  /// An error that names the operand, what it is, and what was expected.
  ///
  /// @param operand the operand's name in the contract
  /// @param expected as in `value is -1.0, expected a finite number`
  static InvalidOperandException invalid(String operand, Number value, String expected) {
    String reason = "is " + value + ", expected " + expected;
    return new InvalidOperandException(
        CalculatorError.of(CalculatorError.INVALID_OPERAND, operand + " " + reason)
            .withViolation(operand, reason));
  }

  @Override
  public void initialize() {
    plain.initialize();
  }

  @Override
  public void shutdown() {
    plain.shutdown();
  }

  @Override
  public CalculatorStatus status() {
    synchronized (lock) {
      CalculatorStatus status = plain.status();
      return new CalculatorStatus(
          status.initialized(), status.uptime(), status.calls() + calls, status.errors() + errors);
    }
  }

  @Override
  public double add(double left, double right) {
    return plain.add(left, right);
  }

  @Override
  public double subtract(double left, double right) {
    return plain.subtract(left, right);
  }

  @Override
  public double multiply(double left, double right) {
    return plain.multiply(left, right);
  }

  @Override
  public double divide(double left, double right) {
    return plain.divide(left, right);
  }
}
