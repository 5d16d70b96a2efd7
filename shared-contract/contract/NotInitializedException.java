package contract;

/// The calculator is not initialized, or is shut down already.
public final class NotInitializedException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message what to call first
  public NotInitializedException(String message) {
    super(message);
  }
}
