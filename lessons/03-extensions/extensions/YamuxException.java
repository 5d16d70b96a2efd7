package extensions;

import basics.PluginException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What goes wrong in a yamux session: the other side broke the protocol, reset a stream, was
/// silent for too long or went away.
public final class YamuxException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final YamuxGoAway reason;

  private YamuxException(YamuxGoAway reason, String message, @Nullable Throwable cause) {
    super("yamux: " + message, cause);
    this.reason = reason;
  }

  /// The other side sent what the protocol forbids. The session ends with go-away code 1.
  static YamuxException protocol(String message) {
    return new YamuxException(YamuxGoAway.PROTOCOL_ERROR, message, null);
  }

  /// A session or a stream has ended, or cannot begin.
  static YamuxException ended(String message) {
    return new YamuxException(YamuxGoAway.NORMAL, message, null);
  }

  /// This side or its connection failed. The session ends with go-away code 2.
  static YamuxException failed(String message, @Nullable Throwable cause) {
    return new YamuxException(YamuxGoAway.INTERNAL_ERROR, message, cause);
  }

  /// The cause in the form that channels have their failures in: gRPC takes anything but an
  /// [IOException] for an unknown error, and this one is UNAVAILABLE.
  static IOException forChannel(Throwable cause) {
    return cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
  }

  /// The code that the other side is told if the session ends for this: a protocol error is always
  /// the other side's.
  public YamuxGoAway reason() {
    return reason;
  }
}
