package extensions;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.Operation;
import contract.OperationNotSupportedException;
import contract.Operator;
import contract.Outcome;
import contract.ResultTable;
import course.bulk.v1.BatchRequest;
import course.bulk.v1.BatchResponse;
import course.bulk.v1.BulkCalculatorGrpc;
import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOperator;
import course.bulk.v1.BulkOutcome;
import course.bulk.v1.TableAnswer;
import course.bulk.v1.TableRequest;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The plugin's side of `bulk.proto`, over any [Calculator].
///
/// Whatever an operation's calculation throws becomes its outcome. Work stops between two
/// operations when the host has cancelled or its deadline has passed. Safe for use by many threads.
public final class BulkCalculatorService extends BulkCalculatorGrpc.BulkCalculatorImplBase {
  private static final Logger LOG = LoggerFactory.getLogger(BulkCalculatorService.class);

  private final Calculator calculator;
  private final AtomicLong unnamed = new AtomicLong();

  /// @param calculator the calculator to ask; the caller keeps it
  public BulkCalculatorService(Calculator calculator) {
    this.calculator = calculator;
  }

  @Override
  public void calculateOne(BulkOperation operation, StreamObserver<BulkOutcome> answer) {
    answer.onNext(calculate(operation));
    answer.onCompleted();
  }

  @Override
  public void batch(BatchRequest request, StreamObserver<BatchResponse> answer) {
    int size = request.getOperationsCount();
    if (size > BulkLimits.MAX_BATCH) {
      answer.onError(
          refused(
              "a batch of %d operations is too large: send at most %d at a time"
                  .formatted(size, BulkLimits.MAX_BATCH)));
      return;
    }
    BatchResponse.Builder response = BatchResponse.newBuilder();
    for (BulkOperation operation : request.getOperationsList()) {
      if (Context.current().isCancelled()) {
        // No one waits for it any more; gRPC has told the host already.
        answer.onError(Status.CANCELLED.asRuntimeException());
        return;
      }
      response.addOutcomes(calculate(operation));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public StreamObserver<BulkOperation> calculate(StreamObserver<BulkOutcome> answer) {
    return new OperationStream((ServerCallStreamObserver<BulkOutcome>) answer, this::calculate);
  }

  @Override
  public void table(TableRequest request, StreamObserver<TableAnswer> answer) {
    ServerCallStreamObserver<TableAnswer> call = (ServerCallStreamObserver<TableAnswer>) answer;
    try {
      ResultTable table =
          new ResultTable(
              BulkMessages.operator(request.getOperator())
                  .orElseThrow(() -> new IllegalArgumentException(unknown(request.getOperator()))),
              request.getRows(),
              request.getColumns());
      new TableStream(call, table, this::calculate).start();
    } catch (IllegalArgumentException e) {
      answer.onError(refused(String.valueOf(e.getMessage())));
    }
  }

  private static RuntimeException refused(String why) {
    return Status.INVALID_ARGUMENT.withDescription(why).asRuntimeException();
  }

  private static String unknown(BulkOperator operator) {
    return "the plugin does not know the operator " + operator;
  }

  private BulkOutcome calculate(BulkOperation message) {
    Optional<Operator> operator = BulkMessages.operator(message.getOperator());
    return BulkMessages.message(
        operator.isEmpty()
            ? new Outcome.Failed(new OperationNotSupportedException(unknown(message.getOperator())))
            : outcome(new Operation(operator.get(), message.getLeft(), message.getRight())));
  }

  /// One operation must not spoil the others, so an exception that the contract does not name is an
  /// outcome, too.
  private Outcome outcome(Operation operation) {
    try {
      return new Outcome.Computed(operation.on(calculator));
    } catch (CalculatorException e) {
      return new Outcome.Failed(e);
    } catch (UnsupportedOperationException e) {
      return new Outcome.Failed(new OperationNotSupportedException(StatusText.of(e)));
    } catch (RuntimeException e) {
      logUnnamed(operation, e);
      // Cut, as a thousand of them travel in one answer.
      return new Outcome.Failed(
          new CalculatorUnavailableException(StatusText.cut(e.toString()), e));
    }
  }

  /// One bug fails a million operations, and would fill the log: the first failure is told with its
  /// stack trace, and of the others every so many, each time ten times more.
  private void logUnnamed(Operation operation, RuntimeException failure) {
    long count = unnamed.incrementAndGet();
    if (count == 1) {
      LOG.warn("{} failed in a way that the contract does not name", operation, failure);
    } else if (isPowerOfTen(count) && count > 10) {
      LOG.warn("{} operations failed in such a way; the last: {}", count, operation);
    }
  }

  private static boolean isPowerOfTen(long count) {
    long power = 1;
    while (power < count) {
      power *= 10;
    }
    return power == count;
  }
}
