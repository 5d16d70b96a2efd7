package derive;

import java.nio.file.Path;

/// A source file that cannot be worked on, with the place and the reason in one sentence.
///
/// The message reads `solutions/01-basics/basics/X.java:12: the exercise id "x" is ...`.
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names the place and the problem.
  public SourceException(Path file, long line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
