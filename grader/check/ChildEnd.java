package check;

import java.util.List;

/// How a JVM that ran checks came to its end.
///
/// @param exitValue its exit status; from 129 on, 128 plus the number of the signal that killed it
/// @param deadline whether the grader ended it because it took too long
/// @param outOfMemory whether its heap was full
/// @param lastErrors the last lines that it wrote to standard error
/// @param leftRunning processes that were still there and were killed
record ChildEnd(
    int exitValue,
    boolean deadline,
    boolean outOfMemory,
    List<String> lastErrors,
    List<String> leftRunning) {
  private static final int FIRST_SIGNAL = 129;

  /// How it ended, in words.
  String describe() {
    return exitValue >= FIRST_SIGNAL
        ? "killed by signal " + (exitValue - 128)
        : "exit code " + exitValue;
  }
}
