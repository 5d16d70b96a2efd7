package contract;

/// A calculator with three more operations: version 2 of the calculator's protocol.
///
/// In front of a plugin of version 1 the new operations throw [OperationNotSupportedException]; all
/// others work.
public interface ScientificCalculator extends Calculator {
  /// The square root, correctly rounded. That of `-0.0` is `-0.0`.
  ///
  /// @throws InvalidOperandException if `value` is negative, NaN or infinite
  /// @throws NotInitializedException before [#initialize] and after [#shutdown]
  double sqrt(double value);

  /// `base` to the power of `exponent`. Any base to the power of zero is 1, zero itself included. A
  /// result that is too small for a double is zero.
  ///
  /// @throws InvalidOperandException if an operand is NaN or infinite, or if `base` is negative and
  ///   `exponent` is no whole number
  /// @throws DivisionByZeroException if `base` is zero, of either sign, and `exponent` is negative
  /// @throws ResultOutOfRangeException if the power overflows
  /// @throws NotInitializedException before [#initialize] and after [#shutdown]
  double power(double base, double exponent);

  /// `n! = 1 * 2 * ... * n`, correctly rounded; 1 for 0.
  ///
  /// @param n 0 to 170
  /// @throws InvalidOperandException if `n` is negative
  /// @throws ResultOutOfRangeException if `n` is more than 170; it takes no longer than others
  /// @throws NotInitializedException before [#initialize] and after [#shutdown]
  double factorial(long n);
}
