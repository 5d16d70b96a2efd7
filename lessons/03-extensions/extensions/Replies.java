package extensions;

import contract.CalculatorException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/// How the services answer.
final class Replies {
  private Replies() {}

  /// Sends what `work` returns, or the status of the error that it throws.
  static <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
    T message;
    try {
      message = work.get();
    } catch (CalculatorException e) {
      answer.onError(ErrorToStatus.map(e));
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }
}
