package faultlab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a faulty plugin does to its own process.
final class Itself {
  private Itself() {}

  /// Sends itself a signal, by its name without `SIG`.
  static void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(ProcessHandle.current().pid()))
        .inheritIO()
        .start()
        .waitFor(5, TimeUnit.SECONDS);
  }

  static void waitSeconds(int seconds) throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
  }

  /// Waits for a signal, or for the host's end.
  static void waitForever() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /// Starts a process that holds this one's stdout and stderr for some seconds.
  static void startHolder(int seconds) throws IOException {
    new ProcessBuilder("sleep", String.valueOf(seconds))
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Writes 16 MB of text in lines of 64 bytes.
  static void flood(OutputStream stream) throws IOException {
    byte[] lines = ("x".repeat(63) + "\n").repeat(1024).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 256; i++) {
      stream.write(lines);
    }
    stream.flush();
  }
}
