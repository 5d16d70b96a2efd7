package basics;

import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.CodedCalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// The contract's errors as gRPC statuses: the only place on the plugin's side that knows both.
///
/// The table stands in `calculator.proto`. Two errors share a status code, so a trailer names the
/// exact one; [StatusToCalculatorError] reads it.
public final class CalculatorErrorToStatus {
  /// The trailer that names the error: `calculator-error`.
  public static final Metadata.Key<String> ERROR_NAME =
      Metadata.Key.of("calculator-error", Metadata.ASCII_STRING_MARSHALLER);

  private CalculatorErrorToStatus() {}

  /// The status that tells a host of `error`.
  public static StatusRuntimeException map(CalculatorException error) {
    return switch (error) {
      case DivisionByZeroException e -> named("DIVISION_BY_ZERO", Status.INVALID_ARGUMENT, e);
      case InvalidOperandException e -> named("INVALID_OPERAND", Status.INVALID_ARGUMENT, e);
      case ResultOutOfRangeException e -> named("RESULT_OUT_OF_RANGE", Status.OUT_OF_RANGE, e);
      case NotInitializedException e -> named("NOT_INITIALIZED", Status.FAILED_PRECONDITION, e);
      case OperationNotSupportedException e ->
          Status.UNIMPLEMENTED.withDescription(e.getMessage()).asRuntimeException();
      case CodedCalculatorException e ->
          named(e.error().orElseThrow().code(), Status.FAILED_PRECONDITION, e);
      case CalculatorUnavailableException e ->
          Status.UNAVAILABLE.withDescription(e.getMessage()).asRuntimeException();
    };
  }

  private static StatusRuntimeException named(
      String name, Status status, CalculatorException error) {
    Metadata trailers = new Metadata();
    trailers.put(ERROR_NAME, name);
    return status.withDescription(error.getMessage()).asRuntimeException(trailers);
  }
}
