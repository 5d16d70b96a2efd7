package basics;

import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.Exercise;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

/// gRPC statuses as the contract's errors: the only place on the host's side that knows both.
public final class StatusToCalculatorError {
  private StatusToCalculatorError() {}

  /// The error that a failed call means to a user of the contract.
  ///
  /// Exercise 1.3. The trailer [CalculatorErrorToStatus#ERROR_NAME] decides if it is there and
  /// known (the table is in `calculator.proto`). Otherwise `UNIMPLEMENTED` is an
  /// [OperationNotSupportedException], and all else a [CalculatorUnavailableException] with the
  /// failure as its cause. The message is the status's description, or the whole status where there
  /// is none; that of a `CalculatorUnavailableException` names the operation, code and description.
  ///
  /// @param operation what was asked, such as `divide`, for the message
  /// @param failure what the stub threw
  @Exercise("1.3")
  public static CalculatorException map(String operation, StatusRuntimeException failure) {
    Status status = failure.getStatus();
    String told = status.getDescription() == null ? status.toString() : status.getDescription();
    return switch (errorName(failure.getTrailers())) {
      case "DIVISION_BY_ZERO" -> new DivisionByZeroException(told);
      case "INVALID_OPERAND" -> new InvalidOperandException(told);
      case "RESULT_OUT_OF_RANGE" -> new ResultOutOfRangeException(told);
      case "NOT_INITIALIZED" -> new NotInitializedException(told);
      default ->
          status.getCode() == Status.Code.UNIMPLEMENTED
              ? new OperationNotSupportedException(told)
              : new CalculatorUnavailableException(
                  "no answer to %s: %s".formatted(operation, describe(status)), failure);
    };
  }

  private static String errorName(@Nullable Metadata trailers) {
    String name = trailers == null ? null : trailers.get(CalculatorErrorToStatus.ERROR_NAME);
    return name == null ? "" : name;
  }

  private static String describe(Status status) {
    String description = status.getDescription();
    return description == null ? status.getCode().name() : status.getCode() + ", " + description;
  }
}
