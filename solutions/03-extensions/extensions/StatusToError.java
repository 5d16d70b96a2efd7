package extensions;

import basics.StatusToCalculatorError;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CodedCalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperandViolation;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.Exercise;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  @Exercise(
      value = "3.2",
      stub =
          """
          import basics.StatusToCalculatorError;
          import course.ExerciseNotDone;
          ExerciseNotDone.report("3.2");
          return StatusToCalculatorError.map(operation, failure);
          """)
  public static CalculatorException map(String operation, StatusRuntimeException failure) {
    return read(failure)
        .map(StatusToError::exception)
        .orElseGet(() -> StatusToCalculatorError.map(operation, failure));
  }

  private static CalculatorException exception(CalculatorError error) {
    return switch (error.code()) {
      case CalculatorError.DIVISION_BY_ZERO -> new DivisionByZeroException(error);
      case CalculatorError.INVALID_OPERAND -> new InvalidOperandException(error);
      case CalculatorError.RESULT_OUT_OF_RANGE -> new ResultOutOfRangeException(error);
      case CalculatorError.NOT_INITIALIZED -> new NotInitializedException(error);
      case CalculatorError.OPERATION_NOT_SUPPORTED -> new OperationNotSupportedException(error);
      default -> new CodedCalculatorException(error);
    };
  }

  /// What the calculator said. Empty if this is no word of the calculator: a transport error, one
  /// of lesson 1's, or details that are broken.
  private static Optional<CalculatorError> read(StatusRuntimeException failure) {
    Status status = details(failure);
    ErrorInfo info = find(status, ErrorInfo.class, ErrorInfo.getDefaultInstance());
    if (!info.getDomain().equals(ErrorToStatus.DOMAIN)
        || !CalculatorError.isCode(info.getReason())) {
      return Optional.empty();
    }
    List<OperandViolation> violations =
        find(status, BadRequest.class, BadRequest.getDefaultInstance())
            .getFieldViolationsList()
            .stream()
            .map(field -> new OperandViolation(field.getField(), field.getDescription()))
            .toList();
    return Optional.of(
        new CalculatorError(
            info.getReason(), status.getMessage(), info.getMetadataMap(), violations));
  }

  private static Status details(StatusRuntimeException failure) {
    try {
      @Nullable Status details = StatusProto.fromThrowable(failure);
      return details == null ? Status.getDefaultInstance() : details;
    } catch (IllegalArgumentException e) {
      // No google.rpc.Status, or one that contradicts the gRPC status that it came with.
      return Status.getDefaultInstance();
    }
  }

  private static <T extends Message> T find(Status status, Class<T> type, T absent) {
    for (Any detail : status.getDetailsList()) {
      if (detail.is(type)) {
        try {
          return detail.unpack(type);
        } catch (InvalidProtocolBufferException e) {
          return absent;
        }
      }
    }
    return absent;
  }
}
