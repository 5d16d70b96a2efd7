package lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plugin's process that this host started.
final class ProcessRunner implements Runner {
  private final Process process;
  private final CompletableFuture<ExitStatus> exit;

  private ProcessRunner(Process process) {
    this.process = process;
    this.exit = process.onExit().thenApply(ended -> ExitStatus.of(ended.exitValue()));
  }

  /// Starts the command with the host's own standard input.
  ///
  /// @throws PluginStartException if the system refuses to start it
  static ProcessRunner start(LaunchPlan plan) {
    ProcessBuilder builder = new ProcessBuilder(plan.command());
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(plan.environment());
    plan.workingDirectory().ifPresent(directory -> builder.directory(directory.toFile()));
    try {
      return new ProcessRunner(builder.start());
    } catch (IOException e) {
      throw PluginStartException.notLaunched(plan, e);
    }
  }

  InputStream stdout() {
    return process.getInputStream();
  }

  InputStream stderr() {
    return process.getErrorStream();
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
    ProcessTree.kill(process.toHandle());
  }
}
