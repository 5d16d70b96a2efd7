package lifecycle;

import basics.HandshakeLine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A plugin that serves inside a program that runs already: a test, or a debugger's session
/// (go-plugin: `ServeConfig.Test`).
///
/// No cookie is asked for, no line is printed, Ctrl-C ends the program as ever, and `System.out`
/// and `System.err` stay as they are unless a host is to see them, too. Whoever hosts it takes it
/// over by [#reattachConfig] and cannot end it: only [#close] does, or a host that calls `Shutdown`
/// itself.
///
/// Safe for use by many threads. Close it.
public final class InProcessPlugin implements AutoCloseable {
  private final StdioBuffer stdio = new StdioBuffer();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final ServingPlugin plugin;
  private final @Nullable StdioTee tee;

  private InProcessPlugin(ServeConfig config, Map<String, String> environment, boolean syncStdio) {
    // Not on the thread of the call that asks for it: closing waits for calls.
    Runnable shutdown = () -> Thread.ofVirtual().name("end-plugin").start(this::close);
    this.plugin = ServingPlugin.open(config, environment, stdio, shutdown);
    this.tee = syncStdio ? StdioTee.into(stdio) : null;
  }

  /// Serves, and leaves the program's standard streams alone.
  ///
  /// @throws basics.PluginException if it cannot serve
  public static InProcessPlugin serve(ServeConfig config) {
    return serve(config, System.getenv());
  }

  /// Serves in an environment as a host would make it.
  static InProcessPlugin serve(ServeConfig config, Map<String, String> environment) {
    return new InProcessPlugin(config, environment, /* syncStdio= */ false);
  }

  /// Serves, and sends what the program writes to `System.out` and `System.err` to the host, too,
  /// until it is closed. One at a time.
  ///
  /// @throws basics.PluginException if it cannot serve
  public static InProcessPlugin serveWithStdio(ServeConfig config) {
    return new InProcessPlugin(config, System.getenv(), /* syncStdio= */ true);
  }

  /// What a host needs to take it over: this program's own pid, in test mode.
  public ReattachConfig reattachConfig() {
    return new ReattachConfig(
        plugin.line().protocol(),
        plugin.line().appVersion(),
        ProcessHandle.current().pid(),
        plugin.line().pluginAddress(),
        /* test= */ true);
  }

  HandshakeLine line() {
    return plugin.line();
  }

  /// Completes when the plugin has ended, whoever ended it. Never completes exceptionally.
  public CompletableFuture<Void> closed() {
    return closed.copy();
  }

  /// Ends the plugin: breaks off calls in flight, removes its socket. Takes at most a few seconds.
  /// A second caller returns when the first has done it.
  @Override
  public void close() {
    if (!ending.compareAndSet(false, true)) {
      closed.join();
      return;
    }
    if (tee != null) {
      tee.close();
    }
    try {
      stdio.close();
      plugin.close();
    } finally {
      closed.complete(null);
    }
  }
}
