package lifecycle;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.PluginAddress;
import basics.PluginException;
import basics.PluginListener;
import basics.PluginTransportException;
import basics.TransportSecurity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that this host has started and that may become a plugin: its process, its two streams,
/// its handshake line, its directory of sockets.
final class PluginLaunch implements Belongings {
  /// How long to wait for the end of a process that cannot be connected to, before it is killed.
  private static final Duration EXIT_WAIT = Duration.ofMillis(300);

  private final ClientConfig config;
  private final LaunchPlan plan;
  private final HostSecurity.Launch security;
  private final LaunchedRunner process;
  private final SocketDirectory sockets;
  private final HandshakeReader handshake = new HandshakeReader();
  private final LogForwarder logs;
  private final CompletableFuture<Void> streamsEnd;

  private PluginLaunch(
      ClientConfig config,
      LaunchPlan plan,
      HostSecurity.Launch security,
      LaunchedRunner process,
      SocketDirectory sockets) {
    this.config = config;
    this.plan = plan;
    this.security = security;
    this.process = process;
    this.sockets = sockets;
    this.logs =
        LogForwarder.to(config.logger())
            .lineLimitBytes(config.logLineLimitBytes())
            .raw(config.stderr())
            .trace(config.trace(), "plugin")
            .lines(line -> config.stderrLines().take(process.id(), line))
            .build();
    this.streamsEnd =
        CompletableFuture.allOf(
            background("stdout", () -> handshake.drain(process.stdout())),
            background("stderr", () -> logs.pump(process.stderr())));
  }

  /// Starts the configured command, or has the configured runner do it.
  ///
  /// @throws PluginStartException if the system refuses to start it
  static PluginLaunch start(ClientConfig config) {
    HostSecurity.Launch security = config.security().begin();
    Map<String, String> protocol = new HashMap<>(config.connector().environment());
    protocol.putAll(security.environment());
    // For every plugin, not only a runner's, as in go-plugin: whatever it leaves there when it is
    // killed goes with the directory, and no one else can connect.
    SocketDirectory sockets = SocketDirectory.create(config.launch().sockets());
    LaunchPlan plan =
        new LaunchPlan(
            config.command(),
            PluginEnvironment.of(config, protocol, sockets.path()),
            config.workingDirectory());
    try {
      LaunchedRunner process = launch(config, plan, sockets.path());
      config.trace().record("host", TraceKind.SPAWN, TraceDetails.ofSpawn(process.id(), plan));
      return new PluginLaunch(config, plan, security, process, sockets);
    } catch (IOException e) {
      sockets.remove();
      throw PluginStartException.notLaunched(plan, e);
    } catch (RuntimeException e) {
      sockets.remove();
      throw e;
    }
  }

  private static LaunchedRunner launch(ClientConfig config, LaunchPlan plan, Path sockets)
      throws IOException {
    Optional<RunnerFactory> runner = config.launch().runner();
    return runner.isPresent()
        ? BoundedLaunch.launch(runner.get(), plan, sockets, config.startTimeout())
        : ProcessRunner.start(plan);
  }

  private CompletableFuture<Void> background(String stream, Runnable work) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    // No virtual thread: a read of a pipe holds its carrier, of which a JVM has 256. With 128
    // plugins no virtual thread of the host would run any more.
    Thread.ofPlatform()
        .daemon()
        .name(process.name() + "-" + process.id() + "-" + stream)
        .start(
            () -> {
              try {
                work.run();
              } finally {
                end.complete(null);
              }
            });
    return end;
  }

  /// Waits for the handshake line and checks that host and plugin fit. If they do not, the process
  /// is killed before the exception is thrown.
  ///
  /// @throws PluginStartException if there is no good line in time
  /// @throws UnsupportedProtocolException if the host does not accept the plugin's protocol
  /// @throws IncompatibleVersionException if the host does not have the plugin's version
  HandshakeLine awaitHandshake() {
    try {
      HandshakeLine line = readHandshake();
      config.trace().record("plugin", TraceKind.HANDSHAKE, TraceDetails.ofHandshake(line));
      requireFit(line);
      return line;
    } catch (RuntimeException e) {
      abandon();
      awaitStreams();
      throw e;
    }
  }

  private void requireFit(HandshakeLine line) {
    try {
      if (!config.allowedProtocols().contains(line.protocol())) {
        throw new UnsupportedProtocolException(line.protocol(), config.allowedProtocols());
      }
      VersionNegotiation.requireKnown(config.plugins().navigableKeySet(), line.appVersion());
      config.connector().requireFit(line);
    } catch (RuntimeException e) {
      abandon(line);
      throw e;
    }
  }

  private HandshakeLine readHandshake() {
    try {
      return switch (handshake.await(process, config.startTimeout())) {
        case HandshakeReader.Outcome.Read read -> read.line();
        case HandshakeReader.Outcome.Failed failed -> throw failure(failed.failure());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PluginStoppedException("interrupted while the plugin started; it was killed");
    }
  }

  private PluginException failure(StartFailure failure) {
    killTree();
    awaitStreams();
    return PluginStartException.of(failure, evidence());
  }

  private StartEvidence evidence() {
    List<String> command = plan.command().isEmpty() ? List.of(process.name()) : plan.command();
    return new StartEvidence(command, logs.lastLines(), process.diagnosis());
  }

  /// The error of a plugin that has printed this line and cannot be connected to, with what is
  /// known of its process besides. Ends the process.
  ///
  /// @param error why there is no connection; the cause of the returned one
  PluginTransportException unreachable(HandshakeLine line, PluginTransportException error) {
    String end = endSoon();
    abandon(line);
    awaitStreams();
    return new PluginTransportException(
        "%s\n%s\n%s".formatted(error.getMessage(), end, evidence().describe()), error);
  }

  /// What the process itself came to. Who refuses a connection has often just ended, which the
  /// system tells a moment later.
  private String endSoon() {
    try {
      ExitStatus status = process.exit().get(EXIT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      return "The plugin printed its handshake line and ended: %s.".formatted(status);
    } catch (TimeoutException e) {
      return "The plugin printed its handshake line. It was still running, and was killed.";
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exit never completes exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "The plugin printed its handshake line. It was killed.";
    }
  }

  /// How to protect the connections with the plugin that has printed this line.
  ///
  /// @throws HandshakeException if the line's certificate is bad, or not expected
  TransportSecurity security(HandshakeLine line) {
    return security.agree(line);
  }

  Runner process() {
    return process;
  }

  /// Where this host finds the plugin that has printed this line.
  PluginAddress address(HandshakeLine line) {
    return process.addresses().pluginToHost(line.pluginAddress());
  }

  /// The process's id; 0 for one that a runner of the host's own launched: it means nothing to the
  /// system, or to another host (go-plugin: only `Cmd` has a pid).
  long pid() {
    return config.launch().runner().isPresent() ? 0 : Long.parseLong(process.id());
  }

  @Override
  public List<String> lastLines() {
    return logs.lastLines();
  }

  @Override
  public CompletableFuture<Void> streamsEnd() {
    return streamsEnd;
  }

  @Override
  public PluginListener listener() {
    return config.launch().sockets().listener(Optional.of(sockets.path()));
  }

  @Override
  public void removeSockets() {
    sockets.remove();
  }

  void killTree() {
    process.killTree();
  }

  /// Ends the process, as it cannot be used, and waits until it is gone, at most
  /// [KillTimes#afterKill].
  void abandon() {
    killTree();
    process.exit().thenRun(this::removeSockets);
    try {
      ExitStatus _ =
          process.exit().get(config.killTimes().afterKill().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException ignored) {
      // Not even SIGKILL has ended it in time: no one can do more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends a process that has printed this line and cannot be used all the same. It listens already,
  /// and a process that is killed leaves its socket behind.
  void abandon(HandshakeLine line) {
    process.exit().thenRun(() -> SocketFile.remove(address(line)));
    abandon();
  }
}
