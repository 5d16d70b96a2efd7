package contract;

/// An error that has a code and no exception type of its own: read [#error].
///
/// The code may be one that this side does not know, from a newer plugin. What such an error says
/// is kept, so that it can be shown and passed on.
public final class CodedCalculatorException extends CalculatorException {
  private static final long serialVersionUID = 1L;

  /// @param error what happened
  public CodedCalculatorException(CalculatorError error) {
    super(error.code(), error);
  }
}
