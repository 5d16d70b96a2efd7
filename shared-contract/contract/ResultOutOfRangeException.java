package contract;

/// The exact result is larger than a double can hold.
public final class ResultOutOfRangeException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param message the calculation asked for
  public ResultOutOfRangeException(String message) {
    this(CalculatorError.of(CalculatorError.RESULT_OUT_OF_RANGE, message));
  }

  /// @param error what happened, with details
  /// @throws IllegalArgumentException if its code is not `RESULT_OUT_OF_RANGE`
  public ResultOutOfRangeException(CalculatorError error) {
    super(CalculatorError.RESULT_OUT_OF_RANGE, error);
  }
}
