package lifecycle;

import basics.HandshakeLine;
import basics.PluginException;
import basics.PluginTransportException;
import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A host's handle on one plugin process (go-plugin: `Client`).
///
/// It starts the process with the first use, or takes over a running one; dispenses typed clients;
/// ends the process. It owns process, connection and threads: close it. After its end a client
/// cannot be started again: make a new one.
///
/// Safe for use by many threads.
public final class PluginClient implements AutoCloseable {
  private final ClientConfig config;
  private final @Nullable ReattachConfig reattach;
  private final @Nullable Runner attached;
  private final Lifecycle lifecycle = new Lifecycle();
  private final CallMetrics metrics = new CallMetrics();
  private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
  private final Object startLock = new Object();
  private final Object killLock = new Object();
  private volatile @Nullable PluginSession session;
  private volatile @Nullable PluginLaunch launch;
  private volatile boolean stopRequested;
  private @Nullable RuntimeException startFailure;
  private @Nullable KillReport killReport;

  private PluginClient(ClientConfig config, @Nullable ReattachConfig reattach) {
    this(config, reattach, null);
  }

  private PluginClient(
      ClientConfig config, @Nullable ReattachConfig reattach, @Nullable Runner attached) {
    if (reattach != null) {
      requireOneWay(config);
    }
    this.config = config;
    this.reattach = reattach;
    this.attached = attached;
    lifecycle.onChange(
        change -> config.trace().record("host", TraceKind.STATE, TraceDetails.ofChange(change)));
  }

  /// What says how to launch a plugin says nothing of one that runs already.
  private static void requireOneWay(ClientConfig config) {
    if (config.launch().runner().isPresent()) {
      throw new IllegalArgumentException(
          "a plugin is launched by a runner or taken over, not both: leave out one of the two");
    }
    if (config.secure().isPresent()) {
      throw new IllegalArgumentException(
          "a checksum says nothing of a plugin that runs already: leave out SecureConfig");
    }
  }

  /// A client that starts the configured command when it is first used.
  public static PluginClient of(ClientConfig config) {
    return new PluginClient(config, null);
  }

  /// A client of a plugin that runs already, started by another host or by hand.
  ///
  /// Exercise 2.7. Connecting proves that a plugin is there: a pid alone may belong to another
  /// process by now. So: find the process, else a [PluginNotFoundException] that names the pid;
  /// make the client and start it, which connects and asks for the plugin's health; if that fails,
  /// nothing is killed and the exception reaches the caller. Only `grpc` can be taken over, else an
  /// [UnsupportedProtocolException].
  ///
  /// @param config what the host can use; its command is not started
  /// @param reattach where the plugin is
  /// @return a started client
  /// @throws PluginNotFoundException if no such process runs, or no plugin answers at the address
  @Exercise("2.7")
  public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
    throw new ExerciseNotDone("2.7");
  }

  /// A client of a plugin that runs already, in a place where no pid leads to it, such as a
  /// container (go-plugin: `ReattachConfig.ReattachFunc`).
  ///
  /// @param config what the host can use; its command is not started
  /// @param reattach where the plugin is, as this host sees it; its pid is not looked at
  /// @param runner the plugin's process, as the host can see and end it
  /// @return a started client
  /// @throws PluginNotFoundException if no plugin answers at the address
  /// @throws UnsupportedProtocolException if it does not speak `grpc`
  /// @throws IllegalArgumentException if `config` says how to launch it, by a runner or checksum
  public static PluginClient reattach(ClientConfig config, ReattachConfig reattach, Runner runner) {
    if (!config.allowedProtocols().contains(reattach.protocol())) {
      throw new UnsupportedProtocolException(reattach.protocol(), config.allowedProtocols());
    }
    PluginClient client = new PluginClient(config, reattach, runner);
    client.start();
    return client;
  }

  /// Starts the plugin, unless it runs already. After a failure it throws the same failure again
  /// and starts nothing.
  ///
  /// @throws PluginStartException if the process does not start or is no plugin
  /// @throws IncompatibleVersionException if the two have no version in common
  /// @throws UnsupportedProtocolException if it speaks a protocol that the host does not accept
  /// @throws ChecksumException if the executable is not the approved one
  /// @throws PluginNotFoundException if it was to be taken over and is not there
  /// @throws PluginTransportException if it printed its line and cannot be connected to
  /// @throws IllegalStateException if the plugin has been killed or has ended
  public void start() {
    synchronized (startLock) {
      if (session != null) {
        requireNotEnded();
        return;
      }
      if (startFailure != null) {
        throw startFailure;
      }
      if (stopRequested || !lifecycle.moveTo(new PluginState.Starting())) {
        throw new IllegalStateException("the plugin cannot start: it is " + state().label());
      }
      try {
        session = open();
      } catch (RuntimeException e) {
        RuntimeException failure =
            stopRequested && e instanceof PluginException ? killedWhileStarting(e) : e;
        startFailure = failure;
        lifecycle.moveTo(new PluginState.Failed(reason(failure)));
        throw failure;
      } finally {
        launch = null;
      }
    }
  }

  private static String reason(RuntimeException failure) {
    // The message of an exception that is not the framework's own may say little by itself.
    return failure instanceof PluginException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private void requireNotEnded() {
    if (stopRequested || exit.isDone()) {
      throw new IllegalStateException(
          "the plugin cannot start again: it is %s; make a new PluginClient"
              .formatted(state().label()));
    }
  }

  private PluginSession open() {
    PluginSession opened = reattach == null ? launched() : takenOver(reattach);
    boolean running =
        lifecycle.moveTo(new PluginState.Running(opened.address(), opened.appVersion()));
    // After the move: a process that has ended by now must still become `exited`.
    opened.exit().thenAccept(this::ended);
    if (!running) {
      PluginLaunch started = launch;
      if (started != null) {
        started.abandon();
      }
      opened.close();
      throw new PluginStoppedException("the plugin is " + state().label());
    }
    return opened;
  }

  private static PluginException killedWhileStarting(RuntimeException error) {
    PluginException stopped = new PluginStoppedException("the plugin was killed while it started");
    stopped.initCause(error);
    return stopped;
  }

  private PluginSession launched() {
    config.secure().ifPresent(secure -> secure.requireMatch(executable()));
    PluginLaunch started = PluginLaunch.start(config);
    launch = started;
    // Whoever kills reads `launch` after it has set the flag: one of the two sees the other.
    if (stopRequested) {
      started.killTree();
    }
    HandshakeLine line = started.awaitHandshake();
    try {
      return PluginSession.of(config, started, line, metrics);
    } catch (PluginTransportException e) {
      throw started.unreachable(line, e);
    } catch (RuntimeException e) {
      // Such as a bad certificate: the process has printed a line, and no one can use it.
      started.abandon(line);
      throw e;
    }
  }

  private PluginSession takenOver(ReattachConfig running) {
    Runner process = attached;
    if (process == null) {
      process =
          ProcessHandle.of(running.pid())
              .map(AttachedRunner::new)
              .orElseThrow(
                  () -> new PluginNotFoundException("no process has the id " + running.pid()));
    }
    try {
      return PluginSession.attach(config, running, process, metrics);
    } catch (RuntimeException e) {
      process.release();
      throw e;
    }
  }

  /// The file that the system would run.
  private Path executable() {
    String name = config.command().getFirst();
    return ExecutableFacts.locate(name, config.workingDirectory()).orElse(Path.of(name));
  }

  private void ended(ExitStatus status) {
    config.trace().record("host", TraceKind.EXIT, TraceDetails.ofExit(status));
    // A state that the rules do not let end, such as failed, keeps its reason.
    lifecycle.moveTo(new PluginState.Exited(status));
    exit.complete(status);
  }

  /// A client of the plugin of that name, over this client's connection. Starts the plugin if need
  /// be.
  ///
  /// @param name the name in the [PluginSet] of the negotiated version
  /// @param type the interface to use it by
  /// @throws UnknownPluginException if the set has no such plugin
  public <T> T dispense(String name, Class<T> type) {
    PluginSession running = running();
    return running
        .plugins()
        .dispense(name, type, new DispenseContext(running.channel(), exit, running.parts()));
  }

  /// Asks whether the plugin is well (go-plugin: gRPC health of the service `plugin`). Starts it if
  /// need be.
  ///
  /// @throws PluginPingException if it does not say so within five seconds
  public void ping() {
    running().ping();
  }

  /// The way to the plugin for stubs of one's own. Starts the plugin if need be.
  public Channel channel() {
    return running().channel();
  }

  /// What another host needs to take the plugin over. Starts it if need be.
  public ReattachConfig reattachConfig() {
    return running().reattachConfig();
  }

  /// The application's protocol version that both sides agreed on. Starts the plugin if need be.
  public int negotiatedVersion() {
    return running().appVersion();
  }

  private PluginSession running() {
    PluginSession running = session;
    if (running == null) {
      start();
      running = session;
    }
    if (running == null || exit.isDone()) {
      throw new PluginStoppedException(
          running == null ? "the plugin was killed" : "the plugin is gone: " + running.obituary());
    }
    return running;
  }

  /// Ends the plugin by the kill ladder and frees all that belongs to it. Takes at most the time of
  /// [KillTimes] and a few seconds more. Calling it again returns the same report; a plugin that
  /// never started needs no rung. While another thread is still starting it, that start fails.
  ///
  /// An interrupt does not shorten it: the thread is interrupted again afterwards.
  ///
  /// A plugin in test mode ([ReattachConfig#test]) is left alone, as [#detach] does.
  public KillReport kill() {
    synchronized (killLock) {
      if (killReport == null) {
        // A thread that is interrupted cannot wait: the plugin would get no grace.
        boolean interrupted = Thread.interrupted();
        try {
          killReport = end();
        } finally {
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
        }
      }
      return killReport;
    }
  }

  private KillReport end() {
    if (reattach != null && reattach.test()) {
      return letGo();
    }
    stopRequested = true;
    lifecycle.moveTo(new PluginState.Stopping());
    PluginLaunch starting = launch;
    if (starting != null) {
      starting.killTree();
    }
    PluginSession running;
    synchronized (startLock) {
      running = session;
    }
    if (running == null) {
      lifecycle.moveTo(new PluginState.Failed("killed before it was usable"));
      return new KillReport(List.of(), true);
    }
    KillReport report = running.kill();
    awaitObituary();
    return report;
  }

  /// The process's end is told on another thread: waits a moment for it, so that after a kill the
  /// state is `exited`.
  private void awaitObituary() {
    try {
      exit.get(1, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException ignored) {
      // The process did not end: the report says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets go of the plugin: closes the connection and leaves the process as it is. From now on this
  /// client does as if the plugin were gone. For a plugin that another host has started, or will
  /// take over.
  ///
  /// A [PluginServer] that this host has started still ends with this host's process, unless it has
  /// `ServeConfig.withHostWatch(false)`. A plugin in Go lives on.
  public void detach() {
    synchronized (killLock) {
      if (killReport == null) {
        killReport = letGo();
      }
    }
  }

  private KillReport letGo() {
    stopRequested = true;
    lifecycle.moveTo(new PluginState.Stopping());
    PluginSession running = session;
    if (running != null) {
      running.close();
    }
    ended(ExitStatus.unknown());
    return new KillReport(List.of(), true);
  }

  /// Does what [#kill] does.
  @Override
  public void close() {
    kill();
  }

  /// Where the plugin is in its life.
  public PluginState state() {
    return lifecycle.state();
  }

  /// Calls the listener at each change of state from now on.
  public void onStateChange(Consumer<Lifecycle.Change> listener) {
    lifecycle.onChange(listener);
  }

  /// Whether the plugin's process has ended.
  public boolean exited() {
    return exit.isDone();
  }

  /// Completes when the plugin's process has ended; never if it never started.
  public CompletableFuture<ExitStatus> exit() {
    return exit.copy();
  }

  /// The process's id; empty before the start.
  public Optional<String> id() {
    PluginSession running = session;
    return running == null ? Optional.empty() : Optional.of(running.id());
  }

  /// Counts and times of the calls so far.
  public CallMetrics metrics() {
    return metrics;
  }

  /// How the plugin is now.
  public PluginStatus status() {
    PluginSession running = session;
    long calls = 0;
    long errors = 0;
    for (CallStats method : metrics.snapshot().values()) {
      calls += method.count();
      errors += method.errors();
    }
    Duration uptime = running == null ? Duration.ZERO : running.uptime();
    return new PluginStatus(id().orElse(""), state(), uptime, calls, errors);
  }
}
