package contract;

/// The calculator does not know the operation: an older plugin under a newer host, or an exercise
/// that is not done.
public final class OperationNotSupportedException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message the operation, and what the calculator said of it
  public OperationNotSupportedException(String message) {
    this(CalculatorError.of(CalculatorError.OPERATION_NOT_SUPPORTED, message));
  }

  /// @param error what happened, with details
  /// @throws IllegalArgumentException if its code is not `OPERATION_NOT_SUPPORTED`
  public OperationNotSupportedException(CalculatorError error) {
    super(CalculatorError.OPERATION_NOT_SUPPORTED, error);
  }
}
