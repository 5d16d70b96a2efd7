package extensions;

import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOutcome;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/// A plugin's end of one stream of operations.
///
/// It reads the next operation only when the last outcome is on its way. gRPC asks for messages at
/// full speed unless told otherwise, and keeps the answers that no one takes; so the requests are
/// its own. gRPC calls all its methods one after the other.
final class OperationStream implements StreamObserver<BulkOperation> {
  /// Enough that the socket is not idle while an operation is calculated.
  private static final int READ_AHEAD = 16;

  private final ServerCallStreamObserver<BulkOutcome> answer;
  private final Function<BulkOperation, BulkOutcome> calculate;

  /// Operations that could be read but for outcomes that no one has taken.
  private int heldBack;

  OperationStream(
      ServerCallStreamObserver<BulkOutcome> answer,
      Function<BulkOperation, BulkOutcome> calculate) {
    this.answer = answer;
    this.calculate = calculate;
    answer.disableAutoRequest();
    answer.setOnReadyHandler(this::readOn);
    // Without a handler, an outcome after the host's cancellation would throw.
    answer.setOnCancelHandler(() -> {});
    answer.request(READ_AHEAD);
  }

  @Override
  public void onNext(BulkOperation operation) {
    if (answer.isCancelled()) {
      return;
    }
    answer.onNext(calculate.apply(operation));
    heldBack++;
    if (answer.isReady()) {
      readOn();
    }
  }

  private void readOn() {
    if (heldBack > 0) {
      answer.request(heldBack);
      heldBack = 0;
    }
  }

  @Override
  public void onError(Throwable gone) {
    // The host has cancelled or is gone: nothing is left to do, and nothing to free.
  }

  @Override
  public void onCompleted() {
    answer.onCompleted();
  }
}
