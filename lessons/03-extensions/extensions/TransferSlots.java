package extensions;

import java.util.concurrent.Semaphore;

/// How many transfers a plugin does at once, each on a thread of its own.
///
/// The threads are the system's own: what blocks in a file system call would take a virtual
/// thread's carrier with it, and a machine has few of them.
final class TransferSlots {
  /// Transfers at once. Their chunks take at most a MiB each.
  static final int LIMIT = 64;

  private final Semaphore free = new Semaphore(LIMIT);
  private final Thread.Builder threads;

  /// @param name of the threads, before their number
  TransferSlots(String name) {
    this.threads = Thread.ofPlatform().daemon().name(name + "-", 1);
  }

  /// Starts the transfer.
  ///
  /// @return false if all slots are taken: it was not started
  boolean start(Runnable transfer) {
    if (!free.tryAcquire()) {
      return false;
    }
    boolean started = false;
    try {
      startThread(
          () -> {
            try {
              transfer.run();
            } finally {
              free.release();
            }
          });
      started = true;
    } finally {
      if (!started) {
        free.release();
      }
    }
    return true;
  }

  /// A builder of numbered threads is not for several threads at once.
  private synchronized void startThread(Runnable work) {
    threads.start(work);
  }
}
