package extensions;

import basics.CalculatorErrorToStatus;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.CodedCalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperandViolation;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.Exercise;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

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
  @Exercise(
      value = "3.2",
      stub =
          """
          import basics.CalculatorErrorToStatus;
          import course.ExerciseNotDone;
          ExerciseNotDone.report("3.2");
          return CalculatorErrorToStatus.map(error);
          """)
  public static StatusRuntimeException map(CalculatorException error) {
    Status.Code code = code(error);
    return error
        .error()
        .map(ErrorSize::fitting)
        .map(data -> StatusProto.toStatusRuntimeException(message(code, data), trailers(data)))
        .orElseGet(() -> code.toStatus().withDescription(error.getMessage()).asRuntimeException());
  }

  private static Status.Code code(CalculatorException error) {
    return switch (error) {
      case DivisionByZeroException _, InvalidOperandException _ -> Status.Code.INVALID_ARGUMENT;
      case ResultOutOfRangeException _ -> Status.Code.OUT_OF_RANGE;
      case NotInitializedException _, CodedCalculatorException _ -> Status.Code.FAILED_PRECONDITION;
      case OperationNotSupportedException _ -> Status.Code.UNIMPLEMENTED;
      case CalculatorUnavailableException _ -> Status.Code.UNAVAILABLE;
    };
  }

  private static com.google.rpc.Status message(Status.Code code, CalculatorError error) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setDomain(DOMAIN)
            .setReason(error.code())
            .putAllMetadata(error.details())
            .build();
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(error.message())
            .addDetails(Any.pack(info));
    if (!error.violations().isEmpty()) {
      status.addDetails(Any.pack(badRequest(error)));
    }
    return status.build();
  }

  private static BadRequest badRequest(CalculatorError error) {
    BadRequest.Builder request = BadRequest.newBuilder();
    for (OperandViolation violation : error.violations()) {
      request
          .addFieldViolationsBuilder()
          .setField(violation.operand())
          .setDescription(violation.reason());
    }
    return request.build();
  }

  /// For hosts of version 1, which know the error's name from a trailer of its own.
  private static Metadata trailers(CalculatorError error) {
    Metadata trailers = new Metadata();
    trailers.put(CalculatorErrorToStatus.ERROR_NAME, error.code());
    return trailers;
  }
}
