package contract;

/// Why a calculation gave no number. The closed set of reasons: switch over it without a default.
public abstract sealed class CalculatorException extends RuntimeException
    permits DivisionByZeroException,
        InvalidOperandException,
        ResultOutOfRangeException,
        NotInitializedException,
        OperationNotSupportedException,
        CalculatorUnavailableException {
  private static final long serialVersionUID = 1L;

  CalculatorException(String message) {
    super(message);
  }

  CalculatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
