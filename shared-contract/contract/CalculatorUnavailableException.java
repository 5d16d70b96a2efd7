package contract;

/// The calculator gave no answer: its process is gone or hangs, or it failed in a way that the
/// contract has no name for. Whether the calculation took place is unknown.
public final class CalculatorUnavailableException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message what was asked, and what is known of the failure
  /// @param cause the transport's own error
  public CalculatorUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
