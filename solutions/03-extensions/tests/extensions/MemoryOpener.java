package extensions;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another process that opens a memory, for tests: exit code 0 if it could, 3 if the memory is in
/// use. Its argument is the file.
final class MemoryOpener {
  static final int IN_USE = 3;

  private MemoryOpener() {}

  public static void main(String[] args) {
    try (SavedMemory memory = SavedMemory.open(Path.of(args[0]))) {
      System.out.println("opened at revision " + memory.recall().revision());
    } catch (SnapshotException e) {
      System.out.println(e.getMessage());
      System.exit(IN_USE);
    }
  }

  /// Starts it, waits for its end.
  static int exitCode(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryOpener.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it has not ended in 60 s");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
