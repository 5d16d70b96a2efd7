package lifecycle;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.PluginException;
import basics.TransportSecurity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that this host has started and that may become a plugin: its process, its two streams,
/// its handshake line.
final class PluginLaunch {
  private final ClientConfig config;
  private final LaunchPlan plan;
  private final HostSecurity.Launch security;
  private final ProcessRunner process;
  private final HandshakeReader handshake = new HandshakeReader();
  private final LogForwarder logs;
  private final Future<?> stdoutPump;
  private final Future<?> stderrPump;

  private PluginLaunch(
      ClientConfig config, LaunchPlan plan, HostSecurity.Launch security, ProcessRunner process) {
    this.config = config;
    this.plan = plan;
    this.security = security;
    this.process = process;
    this.logs =
        LogForwarder.to(config.logger())
            .lineLimitBytes(config.logLineLimitBytes())
            .raw(config.stderr())
            .trace(config.trace(), "plugin")
            .build();
    this.stdoutPump = background("stdout", () -> handshake.drain(process.stdout()));
    this.stderrPump = background("stderr", () -> logs.pump(process.stderr()));
  }

  /// Starts the configured command.
  ///
  /// @throws PluginStartException if the system refuses to start it
  static PluginLaunch start(ClientConfig config) {
    HostSecurity.Launch security = config.security().begin();
    Map<String, String> protocol = new HashMap<>(config.connector().environment());
    protocol.putAll(security.environment());
    LaunchPlan plan =
        new LaunchPlan(
            config.command(),
            PluginEnvironment.of(
                config.environment(),
                config.handshake().cookie(),
                config.plugins().navigableKeySet(),
                protocol),
            config.workingDirectory());
    ProcessRunner process = ProcessRunner.start(plan);
    config.trace().record("host", TraceKind.SPAWN, TraceDetails.ofSpawn(process.id(), plan));
    return new PluginLaunch(config, plan, security, process);
  }

  private Future<?> background(String stream, Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    Thread.ofVirtual().name(config.name() + "-" + process.id() + "-" + stream).start(task);
    return task;
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
      if (!config.allowedProtocols().contains(line.protocol())) {
        throw new UnsupportedProtocolException(line.protocol(), config.allowedProtocols());
      }
      VersionNegotiation.requireKnown(config.plugins().navigableKeySet(), line.appVersion());
      config.connector().requireFit(line);
      return line;
    } catch (RuntimeException e) {
      killTree();
      awaitPumps();
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
    awaitPumps();
    StartEvidence evidence =
        new StartEvidence(plan.command(), logs.lastLines(), ExecutableFacts.of(plan));
    return PluginStartException.of(failure, evidence);
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

  /// The last lines of the process's stderr, oldest first.
  List<String> lastLines() {
    return logs.lastLines();
  }

  void killTree() {
    process.killTree();
  }

  /// Waits until both streams are read to their ends, but not long: a descendant that lives on may
  /// hold them open.
  void awaitPumps() {
    await(stderrPump);
    await(stdoutPump);
  }

  private static void await(Future<?> pump) {
    try {
      pump.get(Duration.ofMillis(500).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException ignored) {
      // Someone else holds the stream: what it writes from now on is no longer the plugin's.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
