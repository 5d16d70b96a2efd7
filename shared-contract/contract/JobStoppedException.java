package contract;

/// The job is to end: its host has cancelled it, or its time is over. A job passes this on and does
/// not try again.
public final class JobStoppedException extends HostServiceException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why the job is to end.
  public enum Reason {
    /// The host does not want the answer any more.
    CANCELLED,
    /// The time that the host gave is over.
    DEADLINE
  }

  /// @param reason why the job is to end
  /// @param message what was asked for when it ended
  public JobStoppedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// @param reason why the job is to end
  /// @param message what was asked for when it ended
  /// @param cause the transport's own error
  public JobStoppedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why the job is to end.
  public Reason reason() {
    return reason;
  }
}
