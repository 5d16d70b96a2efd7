package lifecycle;

import basics.PluginException;

/// No plugin runs where one was said to run (go-plugin: `ErrProcessNotFound`). Nothing was killed.
public final class PluginNotFoundException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message the pid and address looked at, and what was found
  public PluginNotFoundException(String message) {
    super(message);
  }

  /// @param message the pid and address looked at, and what was found
  /// @param cause the failed attempt to connect
  public PluginNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
