package lifecycle;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// Runs a plugin inside the host's own program, as if it were a process: with an environment, a
/// handshake line and an end.
final class InProcessRunner implements LaunchedRunner {
  private final InProcessPlugin plugin;
  private final CompletableFuture<ExitStatus> exit;

  private InProcessRunner(InProcessPlugin plugin) {
    this.plugin = plugin;
    this.exit = plugin.closed().thenApply(end -> ExitStatus.of(0));
  }

  /// A factory of runners of that plugin.
  static RunnerFactory of(ServeConfig config) {
    return (plan, sockets) ->
        new InProcessRunner(InProcessPlugin.serve(config, plan.environment()));
  }

  @Override
  public String id() {
    return "in-process";
  }

  @Override
  public String name() {
    return "in-process";
  }

  @Override
  public InputStream stdout() {
    return new ByteArrayInputStream(
        (plugin.line().format() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream stderr() {
    return InputStream.nullInputStream();
  }

  @Override
  public CompletableFuture<ExitStatus> exit() {
    return exit;
  }

  @Override
  public void terminate() {
    Thread.startVirtualThread(plugin::close);
  }

  @Override
  public void killTree() {
    Thread.startVirtualThread(plugin::close);
  }
}
