package contract;

/// The other side gave no answer: its process is gone, or hangs, or it failed in a way that the
/// contract has no name for. Whether it did what was asked is unknown.
public final class HostUnavailableException extends HostServiceException {
  private static final long serialVersionUID = 1L;

  /// @param message what was asked for, and what is known of the failure
  /// @param cause the transport's own error
  public HostUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
