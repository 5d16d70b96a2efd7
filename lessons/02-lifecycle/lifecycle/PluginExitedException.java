package lifecycle;

/// The process ended before it was usable.
public final class PluginExitedException extends PluginStartException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, and the evidence
  public PluginExitedException(String message) {
    super(message, null);
  }
}
