package extensions;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What has arrived of one streaming call and is not read yet, for one reading thread.
///
/// It holds a bounded number of messages: more are asked for only when some are read, and gRPC's
/// flow control holds the plugin back until then.
final class AnswerInbox<Q, A> implements ClientResponseObserver<Q, A>, AutoCloseable {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<A> arrived = new ArrayDeque<>();
  private @Nullable ClientCallStreamObserver<Q> call;
  private boolean becameReady;
  private @Nullable Status end;

  /// @param capacity how many messages may wait to be read, 1 or more
  AnswerInbox(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    started.disableAutoRequestWithInitial(capacity);
    started.setOnReadyHandler(() -> tell(() -> becameReady = true));
  }

  @Override
  public void onNext(A message) {
    tell(() -> arrived.add(message));
  }

  @Override
  public void onError(Throwable failure) {
    tell(() -> end = Status.fromThrowable(failure));
  }

  @Override
  public void onCompleted() {
    tell(() -> end = Status.OK);
  }

  private void tell(Runnable change) {
    lock.lock();
    try {
      change.run();
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /// The call that this is the inbox of. It may be used by the reading thread.
  ///
  /// @throws IllegalStateException if the call has not begun
  ClientCallStreamObserver<Q> call() {
    if (call == null) {
      throw new IllegalStateException("the call has not begun");
    }
    return call;
  }

  /// Reads the call to its end.
  ///
  /// @param silence how long to wait for the next news
  /// @param reader takes each message
  /// @param afterwards called after some messages are read, and when the call has become ready
  /// @return how it ended: the call's own status, `DEADLINE_EXCEEDED` after a silence, or
  ///   `CANCELLED` if this thread is interrupted
  Status readAll(Duration silence, Consumer<A> reader, Runnable afterwards) {
    List<A> messages = new ArrayList<>();
    while (true) {
      Status ended = take(silence, messages);
      messages.forEach(reader);
      if (ended != null) {
        return ended;
      }
      if (!messages.isEmpty()) {
        call().request(messages.size());
      }
      afterwards.run();
    }
  }

  /// Waits for news. Fills the list with what has arrived.
  ///
  /// @return how the call ended; null while it goes on
  private @Nullable Status take(Duration silence, List<A> messages) {
    messages.clear();
    lock.lock();
    try {
      long left = silence.toNanos();
      while (arrived.isEmpty() && !becameReady && end == null) {
        if (left <= 0) {
          return Status.DEADLINE_EXCEEDED.withDescription(
              "nothing came for " + silence.toMillis() + " ms");
        }
        left = news.awaitNanos(left);
      }
      becameReady = false;
      messages.addAll(arrived);
      arrived.clear();
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Status.CANCELLED.withDescription("the host's thread was interrupted");
    } finally {
      lock.unlock();
    }
  }

  /// Breaks the call off, so that the plugin stops its work. Does nothing if it has ended.
  @Override
  public void close() {
    if (call != null) {
      call.cancel("the host reads no further", null);
    }
  }
}
