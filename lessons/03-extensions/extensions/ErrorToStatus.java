package extensions;

import basics.CalculatorErrorToStatus;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.CodedCalculatorException;
import contract.OperationNotSupportedException;
import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.StatusRuntimeException;

/// The contract's errors as gRPC statuses with details: the only place on the plugin's side that
/// knows both.
///
/// The details travel as `google.rpc.Status` in the trailer `grpc-status-details-bin`, where gRPC's
/// libraries of all languages look for them. [StatusToError] reads them.
public final class ErrorToStatus {
  /// Who names the errors: `ErrorInfo.domain`. A code means what the contract says only with it.
  public static final String DOMAIN = "calculator.course";

  private ErrorToStatus() {}

  /// The status that tells a host of `error`.
  ///
  /// Exercise 3.2. What [CalculatorException#error] holds travels as a `google.rpc.Status`, in
  /// whose details are:
  ///
  /// - an `ErrorInfo` with [#DOMAIN], the code as its reason, the details as its metadata;
  /// - a `BadRequest` with a field violation for each operand at fault, if there are any.
  ///
  /// Its code and message are those of the gRPC status. The status code is the one in
  /// `scientific.proto`; a [CodedCalculatorException] is `FAILED_PRECONDITION`, an
  /// [OperationNotSupportedException] `UNIMPLEMENTED`. The trailer
  /// [CalculatorErrorToStatus#ERROR_NAME] tells hosts of lesson 1 the code. `StatusProto` of
  /// grpc-java puts a `google.rpc.Status` into trailers.
  ///
  /// An error without data ([CalculatorUnavailableException]) is `UNAVAILABLE` with its message,
  /// and nothing else: it is not the calculator that speaks. [ErrorSize#fitting] makes an error
  /// small enough for trailers.
  @Exercise("3.2")
  public static StatusRuntimeException map(CalculatorException error) {
    ExerciseNotDone.report("3.2");
    return CalculatorErrorToStatus.map(error);
  }
}
