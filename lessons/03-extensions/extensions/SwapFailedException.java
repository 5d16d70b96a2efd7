package extensions;

/// A plugin's process was not replaced: the old one keeps serving.
public final class SwapFailedException extends RegistryException {
  private static final long serialVersionUID = 1L;

  /// @param cause why the new process cannot take its place
  public SwapFailedException(RuntimeException cause) {
    super("the swap failed, the old process keeps serving: " + reason(cause), cause);
  }

  private static String reason(RuntimeException cause) {
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }
}
