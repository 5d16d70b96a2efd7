package lifecycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process that someone else started.
final class AttachedRunner implements Runner {
  private final ProcessHandle process;
  private final CompletableFuture<ExitStatus> exit;

  AttachedRunner(ProcessHandle process) {
    this.process = process;
    this.exit = process.onExit().thenApply(ended -> ExitStatus.unknown());
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
