package extensions;

import basics.StatusToCalculatorError;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CodedCalculatorException;
import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.StatusRuntimeException;

/// gRPC statuses with details as the contract's errors: the only place on the host's side that
/// knows both.
public final class StatusToError {
  private StatusToError() {}

  /// The error that a failed call means to a user of the contract.
  ///
  /// Exercise 3.2. If the failure's details hold an `ErrorInfo` whose domain is
  /// [ErrorToStatus#DOMAIN] and whose reason is a code ([CalculatorError#isCode]), the calculator
  /// itself has spoken. Its error has the reason as its code, the message of the
  /// `google.rpc.Status`, the metadata as details, and the field violations of a `BadRequest`, if
  /// there is one. The code decides on the exception's type; one that you do not know is a
  /// [CodedCalculatorException], and keeps all that it says.
  ///
  /// Everything else is for [StatusToCalculatorError#map]: an error of lesson 1 with its trailer, a
  /// transport error, details of another domain, and details that are broken.
  ///
  /// `StatusProto.fromThrowable` finds the details: null if there are none, an
  /// `IllegalArgumentException` if they are no message or contradict the gRPC status.
  ///
  /// @param operation what was asked, such as `sqrt`, for the message
  /// @param failure what the stub threw
  @Exercise("3.2")
  public static CalculatorException map(String operation, StatusRuntimeException failure) {
    ExerciseNotDone.report("3.2");
    return StatusToCalculatorError.map(operation, failure);
  }
}
