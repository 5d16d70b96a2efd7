package soak;

import java.io.IOException;

/// Sends signals that Java has no words for.
final class Signals {
  private Signals() {}

  /// Sends a signal. A process that is gone is no error.
  ///
  /// @param name without `SIG`
  static void send(String name, long pid) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int ignored = kill.waitFor();
    } finally {
      kill.destroyForcibly();
    }
  }
}
