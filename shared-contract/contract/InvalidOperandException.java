package contract;

/// An operand was NaN or infinite.
public final class InvalidOperandException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message which operand, and what it was
  public InvalidOperandException(String message) {
    super(message);
  }
}
