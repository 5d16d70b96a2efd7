package lifecycle;

import basics.PluginException;

/// A host asks something of a plugin that is gone: it was killed, or it ended by itself.
public final class PluginStoppedException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message how it ended, and the evidence
  public PluginStoppedException(String message) {
    super(message);
  }
}
