package contract;

/// The exact result is larger than a double can hold.
public final class ResultOutOfRangeException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message the calculation asked for
  public ResultOutOfRangeException(String message) {
    super(message);
  }
}
