package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/// Takes frames out of a byte stream that arrives in pieces of any size.
///
/// It keeps at most one header: a payload is passed on as it comes. Not safe for use by several
/// threads.
final class YamuxFrameReader {
  /// Gets what was read, in the order of the wire.
  interface Sink {
    /// A header. A data frame's payload follows.
    void begin(YamuxFrame frame);

    /// A part of a data frame's payload.
    ///
    /// @param payload at least one byte; the callee copies what it keeps
    void payload(YamuxFrame frame, ByteBuf payload);

    /// The frame is complete.
    void end(YamuxFrame frame);
  }

  private final Sink sink;
  private final ByteBuf header = Unpooled.buffer(YamuxFrame.HEADER_BYTES, YamuxFrame.HEADER_BYTES);
  private @Nullable YamuxFrame frame;

  /// An unsigned 32-bit number on the wire, therefore a long.
  private long missing;

  YamuxFrameReader(Sink sink) {
    this.sink = sink;
  }

  /// Reads all bytes of that buffer; does not release it.
  ///
  /// @throws YamuxException if a header is wrong; the reader is of no use any more
  void read(ByteBuf in) {
    while (in.isReadable()) {
      YamuxFrame open = frame;
      if (open == null) {
        readHeader(in);
      } else {
        readPayload(open, in);
      }
    }
  }

  private void readHeader(ByteBuf in) {
    header.writeBytes(in, Math.min(header.writableBytes(), in.readableBytes()));
    if (header.isWritable()) {
      return;
    }
    YamuxFrame complete = YamuxFrame.read(header);
    header.clear();
    sink.begin(complete);
    missing =
        complete.type() == YamuxFrameType.DATA ? Integer.toUnsignedLong(complete.length()) : 0;
    if (missing == 0) {
      sink.end(complete);
    } else {
      frame = complete;
    }
  }

  private void readPayload(YamuxFrame open, ByteBuf in) {
    int length = (int) Math.min(missing, in.readableBytes());
    sink.payload(open, in.readSlice(length));
    missing -= length;
    if (missing == 0) {
      frame = null;
      sink.end(open);
    }
  }
}
