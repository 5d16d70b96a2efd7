package extensions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.jspecify.annotations.Nullable;

/// A host's side of a call that sends a stream and gets one answer.
///
/// @param <Q> the requests
/// @param <A> the answer
final class StreamedRequest<Q, A> implements ClientResponseObserver<Q, A> {
  private final MessageInbox<A> answer = new MessageInbox<>(() -> {});
  private @Nullable ClientCallStreamObserver<Q> call;
  private @Nullable PacedSender<Q> sender;

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    sender = new PacedSender<>(started);
  }

  /// Sends the requests.
  ///
  /// @throws IllegalStateException if the call has not been started
  PacedSender<Q> sender() {
    PacedSender<Q> ready = sender;
    if (ready == null) {
      throw new IllegalStateException("the call has not been started");
    }
    return ready;
  }

  @Override
  public void onNext(A message) {
    answer.add(message);
  }

  @Override
  public void onError(Throwable error) {
    StatusRuntimeException status = StreamedAnswer.asStatus(error);
    answer.fail(status);
    sender().stop(status);
  }

  @Override
  public void onCompleted() {
    answer.end();
    sender().stop(Status.CANCELLED.withDescription("answered before the end").asRuntimeException());
  }

  /// Ends the requests and waits for the answer.
  ///
  /// @throws StatusRuntimeException if the call failed
  A finish() {
    ClientCallStreamObserver<Q> started = call;
    if (started != null) {
      started.onCompleted();
    }
    A message = answer.take();
    if (message == null) {
      throw Status.INTERNAL.withDescription("ended without an answer").asRuntimeException();
    }
    return message;
  }

  /// Breaks the stream off.
  void cancel(String why) {
    ClientCallStreamObserver<Q> started = call;
    if (started != null) {
      started.cancel(why, null);
    }
  }
}
