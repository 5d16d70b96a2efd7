package lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process that someone else started.
final class AttachedRunner implements Runner {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final ProcessHandle process;
  private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
  private final Thread watch;

  AttachedRunner(ProcessHandle process) {
    this.process = process;
    this.watch = Thread.ofVirtual().name("exit-" + process.pid()).start(this::awaitExit);
  }

  /// Looks ten times a second, as the system tells a process's end to its parent only. Not by
  /// `process.onExit()`, for the reason that [ProcessRunner] has.
  private void awaitExit() {
    try {
      while (process.isAlive()) {
        Thread.sleep(INTERVAL);
      }
      exit.complete(ExitStatus.unknown());
    } catch (InterruptedException e) {
      // Released: no one asks any more.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void release() {
    watch.interrupt();
  }

  @Override
  public String id() {
    return String.valueOf(process.pid());
  }

  @Override
  public CompletableFuture<ExitStatus> exit() {
    return exit;
  }

  @Override
  public List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  @Override
  public void terminate() {
    process.destroy();
  }

  @Override
  public void killTree() {
    ProcessTree.kill(process);
  }
}
