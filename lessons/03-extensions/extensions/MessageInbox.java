package extensions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What has arrived on a gRPC stream and waits for a thread that may block.
///
/// It holds as many messages as the stream was asked for: each one taken asks for one more. So a
/// slow taker slows the sender down, and memory stays bounded.
///
/// @param <M> the messages
final class MessageInbox<M> {
  /// How many messages may wait. With chunks of 64 KiB that is half a MiB for a transfer.
  static final int CAPACITY = 8;

  /// How long to wait for a message before the other side counts as stalled.
  static final Duration STALL_LIMIT = Duration.ofMinutes(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<M> messages = new ArrayDeque<>(CAPACITY);
  private final Runnable askForOne;
  private boolean ended;
  private @Nullable StatusRuntimeException failure;

  /// @param askForOne asks the stream for one more message; must not block
  MessageInbox(Runnable askForOne) {
    this.askForOne = askForOne;
  }

  void add(M message) {
    change(() -> messages.add(message));
  }

  /// No message follows.
  void end() {
    change(() -> ended = true);
  }

  /// No message follows, and those that wait are worth nothing. The first failure counts; after the
  /// end there is none.
  void fail(StatusRuntimeException error) {
    change(
        () -> {
          if (failure == null && !ended) {
            failure = error;
          }
        });
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next message, waiting for it.
  ///
  /// @return null at the end
  /// @throws StatusRuntimeException the stream's failure; DEADLINE_EXCEEDED if nothing arrives for
  ///   [#STALL_LIMIT], CANCELLED if the thread is interrupted
  @Nullable M take() {
    M message = await();
    if (message != null) {
      askForOne.run();
    }
    return message;
  }

  private @Nullable M await() {
    lock.lock();
    try {
      long left = STALL_LIMIT.toNanos();
      while (messages.isEmpty() && !ended && failure == null) {
        if (left <= 0) {
          throw Status.DEADLINE_EXCEEDED
              .withDescription("nothing has arrived for %d s".formatted(STALL_LIMIT.toSeconds()))
              .asRuntimeException();
        }
        left = changed.awaitNanos(left);
      }
      if (failure != null) {
        throw failure;
      }
      return messages.poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.withDescription("interrupted").withCause(e).asRuntimeException();
    } finally {
      lock.unlock();
    }
  }
}
