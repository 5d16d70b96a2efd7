package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// A data frame in the making. It holds a copy of what a channel has to send, so that many small
/// writes share one frame.
final class YamuxOutgoing {
  private final ByteBuf bytes;
  private final int room;

  /// @param room how many bytes of payload there may be
  YamuxOutgoing(ByteBufAllocator allocator, int room) {
    this.bytes = allocator.ioBuffer(YamuxFrame.HEADER_BYTES + Math.min(room, 1024));
    this.room = room;
    bytes.writerIndex(YamuxFrame.HEADER_BYTES);
  }

  /// Adds what fits of a message and leaves its reader index as it is.
  ///
  /// @return whether there is room for more
  boolean add(Object message) {
    ByteBuf buffer = (ByteBuf) message;
    int length = Math.min(buffer.readableBytes(), room - length());
    bytes.writeBytes(buffer, buffer.readerIndex(), length);
    return length() < room;
  }

  /// The length of the payload in bytes.
  int length() {
    return bytes.writerIndex() - YamuxFrame.HEADER_BYTES;
  }

  /// Header and payload. The caller releases it.
  ByteBuf frame(int streamId) {
    int end = bytes.writerIndex();
    bytes.writerIndex(0);
    YamuxFrame.data(streamId, end - YamuxFrame.HEADER_BYTES).write(bytes);
    return bytes.writerIndex(end);
  }
}
