package lifecycle;

import basics.PluginException;

/// A plugin's executable is not proved to be the approved one. It was not started.
public final class ChecksumException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message what was expected and what was found
  public ChecksumException(String message) {
    super(message);
  }
}
