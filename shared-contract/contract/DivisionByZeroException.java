package contract;

/// The divisor was zero, of either sign.
public final class DivisionByZeroException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message the calculation asked for, such as `1.0 / 0.0`
  public DivisionByZeroException(String message) {
    super(message);
  }
}
