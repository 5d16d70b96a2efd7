package lifecycle;

/// The process printed something that is no handshake line.
public final class NotAPluginException extends PluginStartException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, and the evidence
  /// @param cause what is wrong with the line
  public NotAPluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
