package extensions;

import com.google.protobuf.ByteString;
import contract.CalculatorException;
import contract.Operation;
import contract.Operator;
import contract.Outcome;
import contract.ResultTable;
import course.bulk.v1.BulkError;
import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOperator;
import course.bulk.v1.BulkOutcome;
import course.bulk.v1.TableRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;

/// The contract's operations and outcomes as messages of `bulk.proto`, and back: the only place
/// that knows both.
final class BulkMessages {
  /// Where gRPC's libraries keep a `google.rpc.Status`.
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private BulkMessages() {}

  static BulkOperation message(Operation operation) {
    return BulkOperation.newBuilder()
        .setOperator(message(operation.operator()))
        .setLeft(operation.left())
        .setRight(operation.right())
        .build();
  }

  static TableRequest message(ResultTable table) {
    return TableRequest.newBuilder()
        .setOperator(message(table.operator()))
        .setRows(table.rows())
        .setColumns(table.columns())
        .build();
  }

  static BulkOperator message(Operator operator) {
    return switch (operator) {
      case ADD -> BulkOperator.BULK_OPERATOR_ADD;
      case SUBTRACT -> BulkOperator.BULK_OPERATOR_SUBTRACT;
      case MULTIPLY -> BulkOperator.BULK_OPERATOR_MULTIPLY;
      case DIVIDE -> BulkOperator.BULK_OPERATOR_DIVIDE;
    };
  }

  /// The operator that a message means; empty for one that this side does not know.
  static Optional<Operator> operator(BulkOperator message) {
    return switch (message) {
      case BULK_OPERATOR_ADD -> Optional.of(Operator.ADD);
      case BULK_OPERATOR_SUBTRACT -> Optional.of(Operator.SUBTRACT);
      case BULK_OPERATOR_MULTIPLY -> Optional.of(Operator.MULTIPLY);
      case BULK_OPERATOR_DIVIDE -> Optional.of(Operator.DIVIDE);
      case BULK_OPERATOR_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static BulkOutcome message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Computed(double value) -> BulkOutcome.newBuilder().setValue(value).build();
      case Outcome.Failed(CalculatorException error) ->
          BulkOutcome.newBuilder().setError(message(error)).build();
    };
  }

  private static BulkError message(CalculatorException error) {
    StatusRuntimeException failure = ErrorToStatus.map(error);
    Metadata trailers = failure.getTrailers();
    byte[] details = trailers == null ? null : trailers.get(DETAILS);
    return BulkError.newBuilder()
        .setStatus(failure.getStatus().getCode().value())
        .setMessage(String.valueOf(failure.getStatus().getDescription()))
        .setDetails(details == null ? ByteString.EMPTY : ByteString.copyFrom(details))
        .build();
  }

  static List<Outcome> outcomes(List<BulkOutcome> messages) {
    return messages.stream().map(BulkMessages::outcome).toList();
  }

  /// The outcome that a message means. One that says nothing, or no finite number, is a failure.
  static Outcome outcome(BulkOutcome message) {
    return switch (message.getOutcomeCase()) {
      case VALUE ->
          Double.isFinite(message.getValue())
              ? new Outcome.Computed(message.getValue())
              : unavailable("the plugin's result is " + message.getValue());
      case ERROR -> failed(message.getError());
      case OUTCOME_NOT_SET -> unavailable("the plugin's outcome is neither number nor error");
    };
  }

  private static Outcome failed(BulkError error) {
    Metadata trailers = new Metadata();
    if (!error.getDetails().isEmpty()) {
      trailers.put(DETAILS, error.getDetails().toByteArray());
    }
    Status status = Status.fromCodeValue(error.getStatus()).withDescription(error.getMessage());
    return new Outcome.Failed(StatusToError.map("operation", status.asRuntimeException(trailers)));
  }

  private static Outcome unavailable(String told) {
    return new Outcome.Failed(
        StatusToError.map("operation", Status.UNKNOWN.withDescription(told).asRuntimeException()));
  }
}
