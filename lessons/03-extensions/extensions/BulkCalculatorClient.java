package extensions;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import contract.BulkCalculator;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.Operation;
import contract.Outcome;
import contract.ResultTable;
import contract.TableRow;
import course.bulk.v1.BatchRequest;
import course.bulk.v1.BatchResponse;
import course.bulk.v1.BulkCalculatorGrpc;
import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOutcome;
import course.bulk.v1.TableAnswer;
import course.bulk.v1.TableRequest;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The host's side of `bulk.proto`: a [BulkCalculator] that asks another process.
///
/// No gRPC type shows in what it returns. All that waits is bounded: batches, a stream's window,
/// calls under way ([BulkLimits]). A host that stops reading, cancels or is interrupted breaks its
/// call off, and the plugin stops calculating. Safe for use by many threads.
public final class BulkCalculatorClient implements BulkCalculator {
  /// A row may have a thousand outcomes, so few of them make a buffer.
  private static final int ROWS_AHEAD = 16;

  private final BulkCalculatorGrpc.BulkCalculatorBlockingStub blocking;
  private final BulkCalculatorGrpc.BulkCalculatorFutureStub futures;
  private final BulkCalculatorGrpc.BulkCalculatorStub streams;
  private final BulkLimits limits;
  private final Semaphore places;

  /// A client with [BulkLimits#DEFAULT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public BulkCalculatorClient(Channel channel) {
    this(channel, BulkLimits.DEFAULT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param limits how much it asks for at a time, and how long it waits
  public BulkCalculatorClient(Channel channel, BulkLimits limits) {
    this.blocking = BulkCalculatorGrpc.newBlockingStub(channel);
    this.futures = BulkCalculatorGrpc.newFutureStub(channel);
    this.streams = BulkCalculatorGrpc.newStub(channel);
    this.limits = limits;
    this.places = new Semaphore(limits.inFlight());
  }

  /// {@inheritDoc}
  ///
  /// The operations go in batches of [BulkLimits#batch], one after the other, each with a deadline.
  /// After one without an answer no other is sent.
  @Override
  public List<Outcome> calculate(List<Operation> operations) {
    return Batching.calculate(List.copyOf(operations), limits.batch(), this::send);
  }

  private List<Outcome> send(List<Operation> batch) {
    BatchRequest.Builder request = BatchRequest.newBuilder();
    batch.forEach(operation -> request.addOperations(BulkMessages.message(operation)));
    try {
      BatchResponse response =
          blocking.withDeadlineAfter(timeoutNanos(), TimeUnit.NANOSECONDS).batch(request.build());
      if (response.getOutcomesCount() != batch.size()) {
        throw broken(
            "batch",
            "%d outcomes for %d operations".formatted(response.getOutcomesCount(), batch.size()));
      }
      return BulkMessages.outcomes(response.getOutcomesList());
    } catch (StatusRuntimeException e) {
      throw StatusToError.map("batch", e);
    }
  }

  /// {@inheritDoc}
  ///
  /// At most [BulkLimits#inFlight] operations of this client are under way. Without a free place
  /// this waits, at most for the timeout; then the outcome is that there was no answer.
  @Override
  public CompletableFuture<Outcome> calculateLater(Operation operation) {
    try {
      if (!places.tryAcquire(timeoutNanos(), TimeUnit.NANOSECONDS)) {
        Status full =
            Status.RESOURCE_EXHAUSTED.withDescription(
                limits.inFlight() + " operations are under way, and none has ended");
        return CompletableFuture.completedFuture(unanswered(full));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(
          unanswered(Status.CANCELLED.withDescription("the host's thread was interrupted")));
    }
    return begin(operation);
  }

  private CompletableFuture<Outcome> begin(Operation operation) {
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    ListenableFuture<BulkOutcome> answer;
    try {
      answer =
          futures
              .withDeadlineAfter(timeoutNanos(), TimeUnit.NANOSECONDS)
              .calculateOne(BulkMessages.message(operation));
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
    Futures.addCallback(answer, completing(later), MoreExecutors.directExecutor());
    later.whenComplete(
        (outcome, failure) -> {
          if (later.isCancelled()) {
            answer.cancel(/* mayInterruptIfRunning= */ true);
          }
        });
    return later;
  }

  /// Frees the place before it tells the caller, who may begin the next operation right there.
  private FutureCallback<BulkOutcome> completing(CompletableFuture<Outcome> later) {
    return new FutureCallback<>() {
      @Override
      public void onSuccess(BulkOutcome message) {
        places.release();
        later.complete(BulkMessages.outcome(message));
      }

      @Override
      public void onFailure(Throwable failure) {
        places.release();
        later.complete(unanswered(Status.fromThrowable(failure)));
      }
    };
  }

  private static Outcome unanswered(Status status) {
    return new Outcome.Failed(StatusToError.map("operation", status.asRuntimeException()));
  }

  /// {@inheritDoc}
  ///
  /// At most [BulkLimits#window] operations are sent and not yet answered and read. The stream
  /// breaks if the plugin is silent for the timeout.
  @Override
  public long calculate(Iterator<Operation> source, Consumer<Outcome> reader) {
    try (AnswerInbox<BulkOperation, BulkOutcome> inbox = new AnswerInbox<>(limits.window())) {
      streams.calculate(inbox);
      StreamWindow window = new StreamWindow(limits.window(), source, sendingOn(inbox.call()));
      long[] read = new long[1];
      window.pump();
      Status end =
          inbox.readAll(
              limits.timeout(),
              message -> {
                if (window.inFlight() == 0) {
                  throw broken("stream", "an outcome more than operations");
                }
                reader.accept(BulkMessages.outcome(message));
                window.answered();
                read[0]++;
              },
              window::pump);
      requireWhole("stream", end, window.isDone());
      return read[0];
    }
  }

  private static StreamWindow.Call sendingOn(ClientCallStreamObserver<BulkOperation> call) {
    return new StreamWindow.Call() {
      @Override
      public boolean isReady() {
        return call.isReady();
      }

      @Override
      public void send(Operation operation) {
        call.onNext(BulkMessages.message(operation));
      }

      @Override
      public void end() {
        call.onCompleted();
      }
    };
  }

  /// {@inheritDoc}
  ///
  /// The table breaks off if the plugin is silent for the timeout.
  @Override
  public void table(ResultTable table, Consumer<TableRow> reader) {
    try (AnswerInbox<TableRequest, TableAnswer> inbox = new AnswerInbox<>(ROWS_AHEAD)) {
      streams.table(BulkMessages.message(table), inbox);
      int[] read = new int[1];
      Status end =
          inbox.readAll(
              limits.timeout(),
              message -> {
                read[0]++;
                reader.accept(row(table, read[0], message));
              },
              () -> {});
      requireWhole("table", end, read[0] == table.rows());
    }
  }

  private static TableRow row(ResultTable table, int number, TableAnswer message) {
    if (message.getRow() != number
        || number > table.rows()
        || message.getOutcomesCount() != table.columns()) {
      throw broken(
          "table",
          "row %d with %d outcomes, expected row %d with %d"
              .formatted(message.getRow(), message.getOutcomesCount(), number, table.columns()));
    }
    return new TableRow(number, BulkMessages.outcomes(message.getOutcomesList()));
  }

  private static void requireWhole(String what, Status end, boolean whole) {
    if (!end.isOk()) {
      throw StatusToError.map(what, end.asRuntimeException());
    }
    if (!whole) {
      throw broken(what, "it ended too early");
    }
  }

  /// The plugin does not keep to `bulk.proto`.
  private static CalculatorException broken(String what, String found) {
    return new CalculatorUnavailableException(
        "the plugin's %s is broken: %s".formatted(what, found),
        Status.INTERNAL.withDescription(found).asRuntimeException());
  }

  private long timeoutNanos() {
    return limits.timeout().toNanos();
  }
}
