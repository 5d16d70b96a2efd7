package contract;

/// Why a host did not do what a plugin asked it for. The closed set of reasons: switch over it
/// without a default.
public abstract sealed class HostServiceException extends RuntimeException
    permits StoreRefusedException, JobStoppedException, HostUnavailableException {
  private static final long serialVersionUID = 1L;

  HostServiceException(String message) {
    super(message);
  }

  HostServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
