package prove;

import java.nio.file.Path;

/// A wrong answer's file that cannot be used, with its name and the reason.
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongAnswerException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
