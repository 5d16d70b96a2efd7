package basics;

/// A socket cannot be opened, bound or reached.
public final class PluginTransportException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message the address, what failed, what to do
  public PluginTransportException(String message) {
    super(message);
  }

  /// @param message the address, what failed, what to do
  /// @param cause the socket's own error
  public PluginTransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
