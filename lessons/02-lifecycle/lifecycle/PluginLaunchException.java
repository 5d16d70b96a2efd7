package lifecycle;

/// The system refused to start the command: a wrong path, no permission, another architecture.
public final class PluginLaunchException extends PluginStartException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, and the evidence
  /// @param cause the system's own error
  public PluginLaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
