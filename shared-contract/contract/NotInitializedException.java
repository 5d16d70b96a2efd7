package contract;

/// The calculator is not initialized, or is shut down already.
public final class NotInitializedException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message what to call first
  public NotInitializedException(String message) {
    this(CalculatorError.of(CalculatorError.NOT_INITIALIZED, message));
  }

  /// @param error what happened, with details
  /// @throws IllegalArgumentException if its code is not `NOT_INITIALIZED`
  public NotInitializedException(CalculatorError error) {
    super(CalculatorError.NOT_INITIALIZED, error);
  }
}
