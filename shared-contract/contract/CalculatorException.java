package contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a calculation gave no number. The closed set of reasons: switch over it without a default.
///
/// What the calculator itself said is in [#error], as data.
public abstract sealed class CalculatorException extends RuntimeException
    permits DivisionByZeroException,
        InvalidOperandException,
        ResultOutOfRangeException,
        NotInitializedException,
        OperationNotSupportedException,
        CodedCalculatorException,
        CalculatorUnavailableException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable CalculatorError error;

  /// @throws IllegalArgumentException if the error has another code
  CalculatorException(String code, CalculatorError error) {
    super(error.message());
    if (!error.code().equals(code)) {
      throw new IllegalArgumentException("code is " + error.code() + ", expected " + code);
    }
    this.error = error;
  }

  CalculatorException(String message, Throwable cause) {
    super(message, cause);
    this.error = null;
  }

  /// What the calculator said, as data. Empty if it said nothing: no answer came
  /// ([CalculatorUnavailableException]).
  public final Optional<CalculatorError> error() {
    return Optional.ofNullable(error);
  }
}
