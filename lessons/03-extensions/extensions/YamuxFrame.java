package extensions;

import io.netty.buffer.ByteBuf;

/// The header of a frame: twelve bytes, big-endian. The payload of a data frame follows it.
///
/// | bytes | field |
/// |---|---|
/// | 1 | version, always 0 |
/// | 1 | type |
/// | 2 | flags |
/// | 4 | stream id |
/// | 4 | length |
///
/// @param type what the frame is for
/// @param flags the sum of [#SYN], [#ACK], [#FIN] and [#RST], or 0
/// @param streamId the stream, an unsigned number: odd if the client opened it, even if the server
///   did; 0 is the session itself
/// @param length an unsigned number whose meaning depends on the type
/// @see <a href="https://github.com/hashicorp/yamux/blob/v0.1.2/spec.md">yamux: Framing</a>
public record YamuxFrame(YamuxFrameType type, int flags, int streamId, int length) {
  /// The size of a header in bytes.
  public static final int HEADER_BYTES = 12;

  /// A stream begins, or a ping asks.
  public static final int SYN = 1;

  /// A stream is accepted, or a ping answers.
  public static final int ACK = 2;

  /// The sender sends no more bytes on this stream.
  public static final int FIN = 4;

  /// The stream ends at once, in both directions.
  public static final int RST = 8;

  private static final int VERSION = 0;
  private static final int ALL_FLAGS = SYN | ACK | FIN | RST;

  static YamuxFrame data(int streamId, int length) {
    return new YamuxFrame(YamuxFrameType.DATA, 0, streamId, length);
  }

  static YamuxFrame windowUpdate(int streamId, int flags, int delta) {
    return new YamuxFrame(YamuxFrameType.WINDOW_UPDATE, flags, streamId, delta);
  }

  static YamuxFrame ping(int flag, int value) {
    return new YamuxFrame(YamuxFrameType.PING, flag, 0, value);
  }

  static YamuxFrame goAway(YamuxGoAway reason) {
    return new YamuxFrame(YamuxFrameType.GO_AWAY, 0, 0, reason.code());
  }

  /// Reads a header and checks all of it that can be checked without knowing the session.
  ///
  /// @param in holds at least [#HEADER_BYTES] bytes; they are consumed
  /// @throws YamuxException if it is none that this protocol knows
  public static YamuxFrame read(ByteBuf in) {
    int version = in.readUnsignedByte();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedShort();
    int streamId = in.readInt();
    int length = in.readInt();
    if (version != VERSION) {
      throw YamuxException.protocol(
          """
          protocol version %d, expected 0
          Does the other side speak yamux? Check that both ask for multiplexing."""
              .formatted(version));
    }
    return new YamuxFrame(YamuxFrameType.of(type), flags, streamId, length).checked();
  }

  private YamuxFrame checked() {
    boolean right =
        switch (type) {
          case DATA, WINDOW_UPDATE ->
              streamId != 0 && (flags & ~ALL_FLAGS) == 0 && !(has(SYN) && has(ACK));
          case PING -> streamId == 0 && (flags == SYN || flags == ACK);
          case GO_AWAY -> streamId == 0 && flags == 0;
        };
    if (!right) {
      throw YamuxException.protocol("a frame that may not be: " + this);
    }
    return this;
  }

  /// Appends the header's twelve bytes.
  public void write(ByteBuf out) {
    out.writeByte(VERSION);
    out.writeByte(type.code());
    out.writeShort(flags);
    out.writeInt(streamId);
    out.writeInt(length);
  }

  /// Whether the frame carries this flag.
  ///
  /// @param flag one of [#SYN], [#ACK], [#FIN], [#RST]
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  @Override
  public String toString() {
    return "%s, flags 0x%x, stream %s, length %s"
        .formatted(
            type, flags, Integer.toUnsignedString(streamId), Integer.toUnsignedString(length));
  }
}
