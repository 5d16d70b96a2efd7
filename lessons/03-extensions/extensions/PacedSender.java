package extensions;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.CallStreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends on a gRPC stream no faster than the other side takes: the sending thread waits.
///
/// gRPC itself never waits: what is sent while the stream is not ready piles up in memory. For one
/// sending thread; [#stop] is for any.
///
/// @param <M> the messages
final class PacedSender<M> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final CallStreamObserver<? super M> stream;
  private @Nullable StatusRuntimeException stopped;

  /// To be made before the call starts, or before the service's method returns: later gRPC takes no
  /// handler any more.
  PacedSender(CallStreamObserver<? super M> stream) {
    this.stream = stream;
    stream.setOnReadyHandler(this::wake);
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets the sending thread end with that failure: the other side takes nothing any more.
  void stop(StatusRuntimeException reason) {
    lock.lock();
    try {
      stopped = stopped == null ? reason : stopped;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Sends one message as soon as the other side takes it.
  ///
  /// @throws StatusRuntimeException if the stream was stopped; DEADLINE_EXCEEDED if the other side
  ///   takes nothing for [MessageInbox#STALL_LIMIT], CANCELLED if the thread is interrupted
  void send(M message) {
    awaitReady();
    stream.onNext(message);
  }

  private void awaitReady() {
    lock.lock();
    try {
      long left = MessageInbox.STALL_LIMIT.toNanos();
      while (stopped == null && !stream.isReady()) {
        if (left <= 0) {
          throw Status.DEADLINE_EXCEEDED
              .withDescription(
                  "nothing was taken for %d s".formatted(MessageInbox.STALL_LIMIT.toSeconds()))
              .asRuntimeException();
        }
        left = changed.awaitNanos(left);
      }
      if (stopped != null) {
        throw stopped;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.withDescription("interrupted").withCause(e).asRuntimeException();
    } finally {
      lock.unlock();
    }
  }

  /// Sends content to its end, in chunks, each as soon as there are bytes.
  ///
  /// @param chunkLimitBytes the most bytes of a message
  /// @param message makes a message of a chunk
  /// @throws IOException if the content throws it
  void sendAll(InputStream content, int chunkLimitBytes, Function<ByteString, M> message)
      throws IOException {
    byte[] buffer = new byte[chunkLimitBytes];
    int count = content.read(buffer);
    while (count >= 0) {
      if (count > 0) {
        send(message.apply(chunk(buffer, count)));
      }
      if (count == buffer.length) {
        // The message has the buffer itself: no copy, and no second use.
        buffer = new byte[chunkLimitBytes];
      }
      count = content.read(buffer);
    }
  }

  private static ByteString chunk(byte[] buffer, int count) {
    return UnsafeByteOperations.unsafeWrap(
        count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
  }
}
