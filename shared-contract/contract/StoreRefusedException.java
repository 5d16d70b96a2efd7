package contract;

/// A key or a value, or a report, breaks a rule of the host's, or the store is full. Nothing was
/// changed.
public final class StoreRefusedException extends HostServiceException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Which rule it was.
  public enum Reason {
    /// The key, the value or the report is not as it has to be.
    INVALID,
    /// There is no room for one key more; what is there can still be read, replaced and removed.
    FULL
  }

  /// @param reason which rule it was
  /// @param message what was found and what is allowed
  public StoreRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// Which rule it was.
  public Reason reason() {
    return reason;
  }
}
