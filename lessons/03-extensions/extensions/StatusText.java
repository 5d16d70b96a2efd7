package extensions;

/// An error's message as it fits into a status.
final class StatusText {
  /// gRPC takes 8 KiB of trailers by default, and a character may become nine bytes there. A path
  /// or a URL in a message can be longer than that; then the host would learn nothing of the error.
  private static final int LIMIT_CHARS = 500;

  private StatusText() {}

  /// The message, cut in its middle if need be: both ends say something.
  static String of(Throwable error) {
    return cut(String.valueOf(error.getMessage()));
  }

  /// The text, cut in its middle if need be.
  static String cut(String message) {
    int length = message.length();
    return length <= LIMIT_CHARS
        ? message
        : message.substring(0, LIMIT_CHARS / 2)
            + " ... "
            + message.substring(length - LIMIT_CHARS / 2);
  }
}
