package extensions;

/// What a frame is for: the second byte of its header.
///
/// @see <a href="https://github.com/hashicorp/yamux/blob/v0.1.2/spec.md">yamux: Type Field</a>
public enum YamuxFrameType {
  /// Code 0: bytes of a stream; the length counts the payload that follows the header.
  DATA(0),
  /// Code 1: more room for a stream; the length is the number of bytes added. It also carries flags
  /// when there are no bytes to send.
  WINDOW_UPDATE(1),
  /// Code 2: asks whether the other side lives (SYN), or answers that (ACK); the length is any
  /// value, the same in both.
  PING(2),
  /// Code 3: the sender takes no more streams; the length is a [YamuxGoAway] code.
  GO_AWAY(3);

  private final int code;

  YamuxFrameType(int code) {
    this.code = code;
  }

  /// The number on the wire.
  public int code() {
    return code;
  }

  /// The type of that number.
  ///
  /// @param code the number on the wire
  /// @throws YamuxException if there is no such type
  static YamuxFrameType of(int code) {
    for (YamuxFrameType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw YamuxException.protocol("frame type %d, expected 0 to 3".formatted(code));
  }
}
