package workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Looks at a plugin's socket for as long as the plugin's process runs: who removed it?
public final class SocketWatch {
  private static final long PAUSE_NANOS = 200_000;

  private SocketWatch() {}

  /// Looks until the process has ended, some thousand times a second.
  ///
  /// @return whether the socket's file was there at the last look at which the process still ran
  public static CompletableFuture<Boolean> during(ProcessHandle process, Path socket) {
    return during(process, socket, () -> {});
  }

  /// @param looked told after each look
  static CompletableFuture<Boolean> during(ProcessHandle process, Path socket, Runnable looked) {
    CompletableFuture<Boolean> last = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("socket-watch")
        .start(() -> last.complete(last(process, socket, looked)));
    return last;
  }

  private static boolean last(ProcessHandle process, Path socket, Runnable looked) {
    boolean there = Files.exists(socket);
    while (true) {
      boolean now = Files.exists(socket);
      // In this order: what was seen before the process was still alive, was seen while it ran.
      if (!process.isAlive()) {
        return there;
      }
      there = now;
      looked.run();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
