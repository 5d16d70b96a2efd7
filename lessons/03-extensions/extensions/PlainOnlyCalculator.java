package extensions;

import contract.Calculator;
import contract.CalculatorStatus;
import contract.OperationNotSupportedException;
import contract.ScientificCalculator;

/// A plugin of version 1, as a host of version 2 sees it: the old operations work, the new ones are
/// not supported. It says so without a call: the agreed version tells.
final class PlainOnlyCalculator implements ScientificCalculator {
  private final Calculator plain;

  PlainOnlyCalculator(Calculator plain) {
    this.plain = plain;
  }

  @Override
  public double sqrt(double value) {
    throw notSupported("sqrt");
  }

  @Override
  public double power(double base, double exponent) {
    throw notSupported("power");
  }

  @Override
  public double factorial(long n) {
    throw notSupported("factorial");
  }

  private static OperationNotSupportedException notSupported(String operation) {
    return new OperationNotSupportedException(
        operation
            + " is part of version 2 of the calculator's protocol; the plugin speaks version 1,"
            + " so update the plugin");
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
    return plain.status();
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
