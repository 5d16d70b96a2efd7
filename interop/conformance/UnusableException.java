package conformance;

/// A check cannot be made, because what it stands on failed: such as a plugin without a line.
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }
}
