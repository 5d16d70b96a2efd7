package gateway;

/// A step has not answered, or with what is no answer: its process is gone, or too slow, or wrong.
public final class StepUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what happened, for a person
  public StepUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
