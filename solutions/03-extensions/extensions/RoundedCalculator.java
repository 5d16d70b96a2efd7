package extensions;

import contract.CalculatorStatus;
import contract.ScientificCalculator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A calculator whose results have a given number of digits after the point at most. A result in
/// the middle goes to the even digit. As safe for use by many threads as the one behind it.
public final class RoundedCalculator implements ScientificCalculator {
  private final ScientificCalculator exact;
  private final int digits;

  /// @param exact calculates
  /// @param digits digits after the point, 0 or more
  /// @throws IllegalArgumentException if there are fewer than none
  public RoundedCalculator(ScientificCalculator exact, int digits) {
    if (digits < 0) {
      throw new IllegalArgumentException("digits < 0: " + digits);
    }
    this.exact = exact;
    this.digits = digits;
  }

  private double round(double result) {
    BigDecimal value = new BigDecimal(result);
    if (value.scale() <= digits) {
      return result; // also keeps the sign of a zero
    }
    return Math.copySign(value.setScale(digits, RoundingMode.HALF_EVEN).doubleValue(), result);
  }

  @Override
  public double sqrt(double value) {
    return round(exact.sqrt(value));
  }

  @Override
  public double power(double base, double exponent) {
    return round(exact.power(base, exponent));
  }

  @Override
  public double factorial(long n) {
    return round(exact.factorial(n));
  }

  @Override
  public double add(double left, double right) {
    return round(exact.add(left, right));
  }

  @Override
  public double subtract(double left, double right) {
    return round(exact.subtract(left, right));
  }

  @Override
  public double multiply(double left, double right) {
    return round(exact.multiply(left, right));
  }

  @Override
  public double divide(double left, double right) {
    return round(exact.divide(left, right));
  }

  @Override
  public void initialize() {
    exact.initialize();
  }

  @Override
  public void shutdown() {
    exact.shutdown();
  }

  @Override
  public CalculatorStatus status() {
    return exact.status();
  }
}
