package basics;

import java.time.Duration;

/// Ends a plugin whose host is gone, so that it never outlives it.
///
/// A host that is killed with SIGKILL says no goodbye. The system then gives its plugins another
/// parent: this watch looks for that twice a second.
public final class HostWatch {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private HostWatch() {}

  /// Starts to watch this process's parent. The watch ends with the process.
  ///
  /// @param hostIsGone called once, on the watch's own thread
  public static void start(Runnable hostIsGone) {
    long host = parentPid();
    Thread.ofPlatform().daemon().name("host-watch").start(() -> watch(host, hostIsGone));
  }

  private static void watch(long host, Runnable hostIsGone) {
    try {
      while (parentPid() == host) {
        Thread.sleep(INTERVAL);
      }
      hostIsGone.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// 0 if there is no parent.
  private static long parentPid() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }
}
