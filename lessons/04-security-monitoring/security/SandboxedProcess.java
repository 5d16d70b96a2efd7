package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lifecycle.ExitStatus;
import lifecycle.LaunchedRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's process in a sandbox, as the host holds it.
///
/// ```
/// bwrap            what the host has started; ends with the plugin's exit code
/// +- bwrap         process 1 of the sandbox: when it ends, all others in there do
///    +- plugin
/// ```
final class SandboxedProcess implements LaunchedRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxedProcess.class);

  private final Process process;
  private final String name;
  private final List<String> facts;
  private final InputStream stdout;
  private final InputStream stderr;
  private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();

  private SandboxedProcess(
      Process process, String name, List<String> facts, int logBytesPerSecond) {
    this.process = process;
    this.name = name;
    this.facts = facts;
    this.stdout = new PacedStream(process.getInputStream(), logBytesPerSecond);
    this.stderr = new PacedStream(process.getErrorStream(), logBytesPerSecond);
  }

  /// Starts the plugin.
  ///
  /// @throws IOException if the system refuses to start it; no control group is left
  static SandboxedProcess start(
      SandboxPlan plan,
      SandboxLimits limits,
      Map<String, String> environment,
      int logBytesPerSecond)
      throws IOException {
    List<String> command = plan.command(limits.inside());
    ProcessBuilder builder =
        new ProcessBuilder(limits.group().map(group -> group.enter(command)).orElse(command));
    // A terminal of the host's would be a way out.
    builder.redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    List<String> facts = new ArrayList<>(plan.facts());
    facts.add(limits.fact());
    CompletableFuture<SandboxedProcess> started = new CompletableFuture<>();
    // The system ends bubblewrap with the thread that started it, not with the host
    // (--die-with-parent): so that thread must live as long, and no pool may own it.
    Thread.ofPlatform()
        .daemon()
        .name("sandbox-" + plan.name())
        .start(
            () -> {
              try {
                SandboxedProcess made =
                    new SandboxedProcess(builder.start(), plan.name(), facts, logBytesPerSecond);
                started.complete(made);
                made.awaitExit(limits);
              } catch (IOException | RuntimeException | Error e) {
                remove(limits);
                started.completeExceptionally(e);
              }
            });
    try {
      return started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IOException refused ? refused : new IOException(e.getCause());
    }
  }

  private void awaitExit(SandboxLimits limits) {
    try {
      int code = process.waitFor();
      // Before the end is told: who hears of it finds nothing left.
      remove(limits);
      exit.complete(ExitStatus.of(code));
    } catch (InterruptedException e) {
      throw new IllegalStateException("no one knows this thread to interrupt it", e);
    }
  }

  private static void remove(SandboxLimits limits) {
    limits
        .group()
        .filter(group -> !group.remove())
        .ifPresent(group -> LOG.warn("control groups are left: {}", group.folders()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream stdout() {
    return stdout;
  }

  @Override
  public InputStream stderr() {
    return stderr;
  }

  @Override
  public List<String> diagnosis() {
    return facts;
  }

  /// The process id of bubblewrap, as the host's system has it.
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

  /// SIGTERM for the plugin itself.
  ///
  /// Exercise 4.4. The process that the host has started is bubblewrap; its child is process 1 of
  /// the sandbox, and the plugin is a child of that. SIGTERM for bubblewrap would take the plugin
  /// along at once, with no time to end well. So it is the children's children that are asked. If
  /// there are none (yet, or any more), bubblewrap itself is.
  @Exercise("4.4")
  @Override
  public void terminate() {
    ExerciseNotDone.report("4.4");
    boolean ignored = process.toHandle().destroy();
  }

  /// SIGKILL for bubblewrap and all that is seen; the system ends what is not seen with process 1
  /// of the sandbox.
  @Override
  public void killTree() {
    List<ProcessHandle> inside = descendants();
    boolean ignored = process.toHandle().destroyForcibly();
    inside.forEach(ProcessHandle::destroyForcibly);
  }
}
