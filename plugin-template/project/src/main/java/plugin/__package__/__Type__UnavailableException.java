package plugin.__package__;

/// The plugin did not answer: its process is gone, or it took too long, or it has a fault.
public final class __Type__UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what happened
  /// @param cause the failed call
  public __Type__UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
