package probe;

/// A check found something else than it expects.
final class CheckFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailure(String message) {
    super(message);
  }

  /// Makes sure that two values are equal.
  ///
  /// @throws CheckFailure if they are not; it names both
  static void expect(String what, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new CheckFailure("%s is %s, expected %s".formatted(what, actual, expected));
    }
  }
}
