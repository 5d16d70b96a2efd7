package extensions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.jspecify.annotations.Nullable;

/// A host's side of a call whose answers come as a stream: they wait in an inbox, and no more are
/// asked for than it holds.
///
/// @param <Q> the request
/// @param <A> the answers
final class StreamedAnswer<Q, A> implements ClientResponseObserver<Q, A> {
  private final MessageInbox<A> inbox = new MessageInbox<>(this::askForOne);
  private volatile @Nullable ClientCallStreamObserver<Q> call;

  /// What arrives.
  MessageInbox<A> inbox() {
    return inbox;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    started.disableAutoRequestWithInitial(MessageInbox.CAPACITY);
  }

  private void askForOne() {
    ClientCallStreamObserver<Q> started = call;
    if (started != null) {
      started.request(1);
    }
  }

  @Override
  public void onNext(A answer) {
    inbox.add(answer);
  }

  @Override
  public void onError(Throwable error) {
    inbox.fail(asStatus(error));
  }

  @Override
  public void onCompleted() {
    inbox.end();
  }

  /// Ends the call, if it goes on.
  void cancel() {
    inbox.fail(Status.CANCELLED.withDescription("closed by its reader").asRuntimeException());
    ClientCallStreamObserver<Q> started = call;
    if (started != null) {
      started.cancel("the reader needs no more", null);
    }
  }

  static StatusRuntimeException asStatus(Throwable error) {
    return error instanceof StatusRuntimeException status
        ? status
        : Status.fromThrowable(error).asRuntimeException();
  }
}
