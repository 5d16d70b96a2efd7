package basics;

import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.OperationNotSupportedException;
import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.StatusRuntimeException;

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
    throw new ExerciseNotDone("1.3");
  }
}
