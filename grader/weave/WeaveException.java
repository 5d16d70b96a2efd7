package weave;

/// A mark or a link that cannot be followed: what is wrong, and what there is instead.
final class WeaveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WeaveException(String problem) {
    super(problem);
  }
}
