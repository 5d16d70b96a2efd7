package lifecycle;

import basics.PluginException;

/// A plugin does not say that it is well.
public final class PluginPingException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message what it said instead
  /// @param cause the failed call
  public PluginPingException(String message, Throwable cause) {
    super(message, cause);
  }

  /// @param message what it said instead
  public PluginPingException(String message) {
    super(message);
  }
}
