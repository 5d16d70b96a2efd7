package check;

/// Says that the course itself, or the machine, is not fit for grading: a folder is missing, the
/// course's own code does not compile, no JDK is there. Never thrown for what a learner wrote.
public final class CourseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong and what to do, for a reader at a terminal
  public CourseException(String message) {
    super(message);
  }

  /// @param message what is wrong and what to do, for a reader at a terminal
  public CourseException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
