package lifecycle;

import basics.HandshakeLine;
import basics.PluginAddress;
import basics.TransportSecurity;
import course.goplugin.Empty;
import course.goplugin.GRPCControllerGrpc;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A usable plugin: its process, the connection to it, its standard streams. Owns all three.
final class PluginSession implements AutoCloseable {
  /// The name by which a plugin tells its health (go-plugin: `GRPCServiceName`).
  static final String HEALTH_SERVICE = "plugin";

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

  /// No moment of `System.nanoTime` that a clock would show in an age.
  private static final long RUNNING = Long.MIN_VALUE;

  private final ClientConfig config;
  private final Runner process;
  private final ReattachConfig self;
  private final PluginSet plugins;
  private final HostConnector.Link link;
  private final Channel traced;
  private final Channel channel;
  private final StdioReceiver stdio;
  private final Belongings belongings;
  private final long startedNanos = System.nanoTime();
  private final AtomicLong endedNanos = new AtomicLong(RUNNING);

  private PluginSession(
      ClientConfig config,
      Runner process,
      ReattachConfig self,
      TransportSecurity security,
      CallMetrics metrics,
      Belongings belongings) {
    this.config = config;
    this.process = process;
    this.self = self;
    this.plugins = pluginSet(config, self.protocolVersion());
    this.belongings = belongings;
    config.trace().record("host", TraceKind.DIAL, TraceDetails.ofDial(self.address().toString()));
    this.link =
        config
            .connector()
            .connect(
                new HostConnector.Target(
                    self.address(),
                    security,
                    settings(config),
                    process.addresses(),
                    belongings.listener(),
                    config.trace()));
    this.traced =
        ClientInterceptors.intercept(link.channel(), new TraceInterceptor(config.trace(), "host"));
    this.channel =
        ClientInterceptors.intercept(
            traced,
            metrics,
            new MessageLimitInterceptor(),
            // The last is the first to see a call: what it waits for is no part of the call's time.
            new ObituaryInterceptor(process.exit(), belongings.streamsEnd(), this::obituary));
    this.stdio = new StdioReceiver(link.channel(), config.syncStdout(), config.syncStderr());
    process.exit().thenRun(this::buried);
  }

  private static Consumer<NettyChannelBuilder> settings(ClientConfig config) {
    Trace trace = config.trace();
    return trace.equals(Trace.NONE)
        ? config.dialer()
        : config.dialer().andThen(builder -> builder.addTransportFilter(new TlsTrace(trace)));
  }

  /// For a plugin that dies unasked; after a kill its sockets are gone before kill returns.
  private void buried() {
    stopClock();
    removeSockets();
  }

  private void removeSockets() {
    SocketFile.remove(self.address());
    belongings.removeSockets();
  }

  private static PluginSet pluginSet(ClientConfig config, int version) {
    PluginSet set = config.plugins().get(version);
    if (set == null) {
      throw new IncompatibleVersionException(version, config.plugins().navigableKeySet());
    }
    return set;
  }

  /// A session with a process that this host has started.
  static PluginSession of(
      ClientConfig config, PluginLaunch launch, HandshakeLine line, CallMetrics metrics) {
    ReattachConfig self =
        new ReattachConfig(line.protocol(), line.appVersion(), launch.pid(), launch.address(line));
    return new PluginSession(
        config, launch.process(), self, launch.security(line), metrics, launch);
  }

  /// A session with a process that runs already.
  ///
  /// @throws PluginNotFoundException if no plugin answers there; nothing was killed
  static PluginSession attach(
      ClientConfig config, ReattachConfig reattach, Runner process, CallMetrics metrics) {
    Belongings belongings =
        new Belongings.OfAttached(config.launch().sockets().listener(Optional.empty()));
    PluginSession session =
        new PluginSession(
            config, process, reattach, config.security().reattach(), metrics, belongings);
    try {
      session.ping();
      return session;
    } catch (PluginPingException e) {
      session.close();
      throw new PluginNotFoundException(
          "process %s runs, but no plugin answers at %s"
              .formatted(process.id(), reattach.address()),
          e);
    } catch (RuntimeException e) {
      // Such as a connector's own error: no one else has the connection to close it.
      session.close();
      throw e;
    }
  }

  void ping() {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(HEALTH_SERVICE).build();
    try {
      ServingStatus status =
          HealthGrpc.newBlockingStub(traced)
              .withDeadlineAfter(PING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
              .check(request)
              .getStatus();
      if (status != ServingStatus.SERVING) {
        throw new PluginPingException("the plugin says that it is " + status);
      }
    } catch (StatusRuntimeException e) {
      throw new PluginPingException(
          "the plugin does not answer: %s, %s"
              .formatted(e.getStatus().getCode(), e.getStatus().getDescription()),
          e);
    }
  }

  /// Ends the process, then closes the session.
  KillReport kill() {
    // Seen now, while they still have a parent: once it is gone they cannot be found.
    List<ProcessHandle> descendants = process.descendants();
    link.quiesce();
    Target target = new Target();
    KillReport report = new KillLadder(config.killTimes()).descend(target);
    descendants.forEach(ProcessHandle::destroyForcibly);
    report
        .steps()
        .forEach(
            step -> config.trace().record("host", TraceKind.KILL_STEP, TraceDetails.ofStep(step)));
    stdio.awaitEnd();
    belongings.awaitStreams();
    close();
    if (report.ended()) {
      // After the connection: what the host serves to the plugin has its sockets there, too.
      removeSockets();
    }
    target.interruptAgain();
    return report;
  }

  /// Closes the connection and leaves the process alone.
  @Override
  public void close() {
    stopClock();
    link.close();
    process.release();
  }

  /// The first end counts: the process's or the connection's.
  private void stopClock() {
    endedNanos.compareAndSet(RUNNING, System.nanoTime());
  }

  /// How the process ended, and its last words.
  String obituary() {
    String status = String.valueOf(process.exit().getNow(ExitStatus.unknown()));
    List<String> lines = belongings.lastLines();
    return lines.isEmpty()
        ? status
        : status + "; its last lines on stderr:\n  " + String.join("\n  ", lines);
  }

  /// From the session's beginning to now, or to its end.
  Duration uptime() {
    long ended = endedNanos.get();
    return Duration.ofNanos((ended == RUNNING ? System.nanoTime() : ended) - startedNanos);
  }

  Channel channel() {
    return channel;
  }

  Parts parts() {
    return link.parts();
  }

  PluginSet plugins() {
    return plugins;
  }

  PluginAddress address() {
    return self.address();
  }

  int appVersion() {
    return self.protocolVersion();
  }

  ReattachConfig reattachConfig() {
    return self;
  }

  String id() {
    return process.id();
  }

  CompletableFuture<ExitStatus> exit() {
    return process.exit();
  }

  /// This session's process, as the kill ladder sees it.
  private final class Target implements KillTarget {
    private boolean interrupted;

    @Override
    public void requestShutdown(Duration timeout) {
      try {
        Empty ignored =
            GRPCControllerGrpc.newBlockingStub(link.channel())
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .shutdown(Empty.getDefaultInstance());
      } catch (StatusRuntimeException ignored) {
        // A plugin may be gone before it has answered, or hang: the exit will tell.
      }
    }

    @Override
    public void terminate() {
      process.terminate();
    }

    @Override
    public void killTree() {
      process.killTree();
    }

    @Override
    public boolean awaitExit(Duration timeout) {
      long start = System.nanoTime();
      while (true) {
        try {
          long left = timeout.toNanos() - (System.nanoTime() - start);
          process.exit().get(Math.max(0, left), TimeUnit.NANOSECONDS);
          return true;
        } catch (TimeoutException e) {
          return false;
        } catch (ExecutionException e) {
          throw new IllegalStateException("an exit never completes exceptionally", e);
        } catch (InterruptedException e) {
          // A ladder that is half descended would leave the plugin running, and one that is
          // descended at once gives no grace: remember it, wait on.
          interrupted = true;
        }
      }
    }

    /// After the ladder: the thread's owner must still learn of the interrupt.
    void interruptAgain() {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
