package lifecycle;

/// The process printed nothing in time.
public final class PluginStartTimeoutException extends PluginStartException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, and the evidence
  public PluginStartTimeoutException(String message) {
    super(message, null);
  }
}
