package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// The state of one stream: both windows, the bytes that wait for their reader, and which ends are
/// closed.
///
/// The session's event loop and the stream's own may differ, so each method takes the object's
/// lock; none calls anything foreign meanwhile. The rules are those of hashicorp/yamux's stream.go.
final class YamuxFlow {
  private static final long MAX_WINDOW = 0xFFFF_FFFFL;

  /// Small pieces share a buffer of at most this size, so that a peer who sends single bytes cannot
  /// make us keep many times what the window allows.
  private static final int SHARED_BUFFER_BYTES = 16 * 1024;

  private static final int FIRST_BUFFER_BYTES = 256;

  private final int streamId;
  private final int windowBytes;
  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>();

  private long sendWindow = YamuxConfig.INITIAL_WINDOW_BYTES;
  private int receiveWindow = YamuxConfig.INITIAL_WINDOW_BYTES;

  /// Bytes that were announced by a header and not yet taken by the reader.
  private int held;

  private boolean localEnded;
  private boolean remoteEnded;
  private boolean readerGone;
  private @Nullable YamuxException failure;

  YamuxFlow(int streamId, int windowBytes) {
    this.streamId = streamId;
    this.windowBytes = windowBytes;
  }

  int streamId() {
    return streamId;
  }

  @Override
  public String toString() {
    return "stream " + Integer.toUnsignedString(streamId);
  }

  /// The other side announces so many bytes.
  ///
  /// @param length an unsigned number
  /// @throws YamuxException if they are more than the window allows
  synchronized void announce(int length) {
    if (Integer.toUnsignedLong(length) > receiveWindow) {
      throw YamuxException.protocol(
          "%s: %s bytes for a window of %d"
              .formatted(this, Integer.toUnsignedString(length), receiveWindow));
    }
    receiveWindow -= length;
    held += length;
  }

  /// Keeps a copy of bytes that were announced. After the stream's end they are dropped: the other
  /// side may not know of it yet.
  synchronized void receive(ByteBuf payload, ByteBufAllocator allocator) {
    int length = payload.readableBytes();
    if (readerGone || remoteEnded || failure != null) {
      held -= length;
      return;
    }
    ByteBuf last = waiting.peekLast();
    if (last == null || last.maxWritableBytes() < length) {
      last =
          allocator.buffer(
              Math.max(length, FIRST_BUFFER_BYTES), Math.max(length, SHARED_BUFFER_BYTES));
      waiting.add(last);
    }
    last.writeBytes(payload);
  }

  /// The next bytes for the reader, who releases them; null if there are none.
  synchronized @Nullable ByteBuf take() {
    ByteBuf next = waiting.poll();
    if (next != null) {
      held -= next.readableBytes();
    }
    return next;
  }

  /// What to add to the other side's window: 0 until half of it was read (yamux: sendWindowUpdate).
  synchronized int windowUpdate() {
    int delta = windowBytes - held - receiveWindow;
    if (delta < windowBytes / 2 || remoteEnded || readerGone || failure != null) {
      return 0;
    }
    receiveWindow += delta;
    return delta;
  }

  /// What to add to the other side's window in the frame that opens or accepts the stream.
  synchronized int firstWindowUpdate() {
    int delta = windowBytes - held - receiveWindow;
    receiveWindow += delta;
    return delta;
  }

  /// Takes room from the send window: the smaller of what is wanted and what is left.
  synchronized int takeRoom(int wanted) {
    if (localEnded || failure != null) {
      return 0;
    }
    int room = (int) Math.min(wanted, sendWindow);
    sendWindow -= room;
    return room;
  }

  /// Gives back what was taken and not used.
  synchronized void returnRoom(int unused) {
    sendWindow = Math.min(sendWindow + unused, MAX_WINDOW);
  }

  /// @param delta what the other side adds to the send window, an unsigned number
  /// @throws YamuxException if the window outgrows 32 bits
  synchronized void addRoom(int delta) {
    sendWindow += Integer.toUnsignedLong(delta);
    if (sendWindow > MAX_WINDOW) {
      throw YamuxException.protocol("%s: a window of %d bytes".formatted(this, sendWindow));
    }
  }

  /// This side sends no more bytes.
  ///
  /// @return whether the other side is to be told
  synchronized boolean endLocal() {
    boolean first = !localEnded && failure == null;
    localEnded = true;
    return first;
  }

  /// The other side sends no more bytes.
  ///
  /// @throws YamuxException if it said so before
  synchronized void endRemote() {
    if (remoteEnded) {
      throw YamuxException.protocol(this + ": a second FIN");
    }
    remoteEnded = true;
  }

  /// The stream ends in both directions at once.
  ///
  /// @return false if it had ended so before
  synchronized boolean fail(YamuxException cause) {
    if (failure != null) {
      return false;
    }
    failure = cause;
    return true;
  }

  /// Nobody reads any more: what waits is dropped, and what still comes will be.
  synchronized void dropReader() {
    readerGone = true;
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }

  /// Whether a reader would get something: bytes, or the end.
  synchronized boolean readable() {
    return remoteEnded || !waiting.isEmpty();
  }

  /// Whether the other side has ended and the reader has got all.
  synchronized boolean atEnd() {
    return remoteEnded && waiting.isEmpty();
  }

  /// Whether both sides have sent their last byte.
  synchronized boolean over() {
    return localEnded && remoteEnded;
  }

  /// Why the stream was broken off; null if it was not.
  synchronized @Nullable YamuxException failure() {
    return failure;
  }
}
