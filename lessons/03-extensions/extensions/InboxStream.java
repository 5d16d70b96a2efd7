package extensions;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The chunks of a [MessageInbox] as one stream of bytes. For one thread at a time.
///
/// @param <M> the messages that have chunks
final class InboxStream<M> extends InputStream {
  private final MessageInbox<M> inbox;
  private final Function<M, ByteString> content;
  private final Function<StatusRuntimeException, RuntimeException> failure;
  private final Runnable onClose;
  private ByteBuffer chunk = ByteBuffer.allocate(0);
  private boolean ended;

  /// @param content a message's chunk
  /// @param failure what a reader is told of the stream's failure
  /// @param onClose ends the transfer; run by each [#close]
  InboxStream(
      MessageInbox<M> inbox,
      Function<M, ByteString> content,
      Function<StatusRuntimeException, RuntimeException> failure,
      Runnable onClose) {
    this.inbox = inbox;
    this.content = content;
    this.failure = failure;
    this.onClose = onClose;
  }

  @Override
  public int read() {
    return fill() ? chunk.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.remaining());
    chunk.get(target, offset, count);
    return count;
  }

  @Override
  public int available() {
    return chunk.remaining();
  }

  /// Whether a byte is there, waiting for it.
  private boolean fill() {
    while (!chunk.hasRemaining() && !ended) {
      M message = next();
      ended = message == null;
      if (message != null) {
        chunk = content.apply(message).asReadOnlyByteBuffer();
      }
    }
    return !ended;
  }

  private @Nullable M next() {
    try {
      return inbox.take();
    } catch (StatusRuntimeException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public void close() {
    onClose.run();
  }
}
