package contract;

/// The divisor was zero, of either sign.
public final class DivisionByZeroException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message the calculation asked for, such as `1.0 / 0.0`
  public DivisionByZeroException(String message) {
    this(CalculatorError.of(CalculatorError.DIVISION_BY_ZERO, message));
  }

  /// @param error what happened, with details
  /// @throws IllegalArgumentException if its code is not `DIVISION_BY_ZERO`
  public DivisionByZeroException(CalculatorError error) {
    super(CalculatorError.DIVISION_BY_ZERO, error);
  }
}
