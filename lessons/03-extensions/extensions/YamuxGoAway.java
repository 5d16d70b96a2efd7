package extensions;

/// Why a session ends: the number in a go-away frame.
///
/// @see <a href="https://github.com/hashicorp/yamux/blob/v0.1.2/spec.md">yamux: Go Away</a>
public enum YamuxGoAway {
  /// Code 0: the sender takes no more streams; those that are open go on.
  NORMAL(0),
  /// Code 1: the receiver broke the protocol; the sender ends the session.
  PROTOCOL_ERROR(1),
  /// Code 2: the sender failed and ends the session.
  INTERNAL_ERROR(2);

  private final int code;

  YamuxGoAway(int code) {
    this.code = code;
  }

  /// The number on the wire.
  public int code() {
    return code;
  }

  /// @param code the number on the wire
  /// @throws YamuxException if there is no such code
  static YamuxGoAway of(int code) {
    for (YamuxGoAway reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw YamuxException.protocol(
        "go-away code %s, expected 0 to 2".formatted(Integer.toUnsignedString(code)));
  }
}
