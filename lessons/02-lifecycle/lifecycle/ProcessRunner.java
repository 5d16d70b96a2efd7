package lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process that this host started: what runs a plugin unless
/// [ClientConfig.Builder#runner] says otherwise.
public final class ProcessRunner implements LaunchedRunner {
  private final LaunchPlan plan;
  private final Process process;
  private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();

  private ProcessRunner(LaunchPlan plan, Process process) {
    this.plan = plan;
    this.process = process;
    Thread.ofVirtual().name("exit-" + process.pid()).start(this::awaitExit);
  }

  /// On a thread of its own, not by `process.onExit()`: that needs a free thread of the common
  /// pool, and a host may block them all, for instance in [#exit].
  private void awaitExit() {
    try {
      exit.complete(ExitStatus.of(process.waitFor()));
    } catch (InterruptedException e) {
      throw new IllegalStateException("no one knows this thread to interrupt it", e);
    }
  }

  /// Starts the command with the host's own standard input.
  ///
  /// @throws IOException if the system refuses to start it
  public static ProcessRunner start(LaunchPlan plan) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(plan.command());
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(plan.environment());
    plan.workingDirectory().ifPresent(directory -> builder.directory(directory.toFile()));
    return new ProcessRunner(plan, builder.start());
  }

  @Override
  public String name() {
    return String.valueOf(Path.of(plan.command().getFirst()).getFileName());
  }

  @Override
  public InputStream stdout() {
    return process.getInputStream();
  }

  @Override
  public InputStream stderr() {
    return process.getErrorStream();
  }

  /// The facts about the executable: path, mode, owner, architecture.
  @Override
  public List<String> diagnosis() {
    return ExecutableFacts.of(plan);
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
    // Not process.destroy(): that closes the streams, and the plugin's last words would be lost.
    process.toHandle().destroy();
  }

  @Override
  public void killTree() {
    ProcessTree.kill(process.toHandle());
  }
}
