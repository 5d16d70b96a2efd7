package contract;

/// An operand is not one that the operation takes: NaN, infinite, or outside of its domain.
public final class InvalidOperandException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message which operand, and what it was
  public InvalidOperandException(String message) {
    this(CalculatorError.of(CalculatorError.INVALID_OPERAND, message));
  }

  /// @param error what happened, with details
  /// @throws IllegalArgumentException if its code is not `INVALID_OPERAND`
  public InvalidOperandException(CalculatorError error) {
    super(CalculatorError.INVALID_OPERAND, error);
  }
}
