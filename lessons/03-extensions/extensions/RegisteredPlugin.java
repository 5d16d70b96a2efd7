package extensions;

import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import lifecycle.ExitStatus;
import lifecycle.KillReport;
import org.jspecify.annotations.Nullable;

/// One plugin of a registry: its state, the process that serves, the channel that leads there.
///
/// Each change of state takes place under the lock; what takes time, such as a start, does not.
final class RegisteredPlugin {
  private final ServedProcesses processes;
  private final RegistryEvents events;
  private final Dependencies dependencies;
  private final SwitchedChannel channel = new SwitchedChannel(this::whyNot);
  private final StandbySlot standby;
  private final ReentrantLock swapTurn = new ReentrantLock(/* fair= */ true);
  private final Object lock = new Object();
  private PluginManifest manifest;
  private PluginReadiness state = PluginReadiness.DISCOVERED;
  private Instant since = Instant.now();
  private @Nullable CompletableFuture<Void> attempt;
  private @Nullable ServedProcess current;
  private @Nullable Throwable failure;

  /// What a plugin needs before it starts, as the registry knows it.
  interface Dependencies {
    /// Starts what that plugin depends on and waits for it.
    ///
    /// @param again whether one that has failed or died is started again
    /// @throws PluginNotReadyException if one of them is not ready
    void await(PluginManifest manifest, boolean again);

    /// Makes sure that what that plugin depends on is ready.
    ///
    /// @throws PluginNotReadyException if one of them is not, at this moment
    void requireReady(PluginManifest manifest);
  }

  RegisteredPlugin(
      PluginManifest manifest,
      ServedProcesses processes,
      RegistryEvents events,
      Dependencies dependencies) {
    this.manifest = manifest;
    this.processes = processes;
    this.events = events;
    this.dependencies = dependencies;
    this.standby = new StandbySlot(manifest.name(), processes, events);
    events.tell(new RegistryEvent.Discovered(manifest.name(), since, manifest.version()));
  }

  /// Starts the plugin, unless it runs or starts already. Returns at once.
  ///
  /// @param again whether one that has failed or died is started, too
  /// @return completes when it is ready, or exceptionally if it does not start
  CompletableFuture<Void> begin(boolean again) {
    CompletableFuture<Void> started;
    synchronized (lock) {
      if (attempt != null) {
        return attempt;
      }
      boolean idle = state == PluginReadiness.FAILED || state == PluginReadiness.DIED;
      if (state == PluginReadiness.STOPPED || (idle && !again)) {
        return CompletableFuture.failedFuture(notReady());
      }
      started = new CompletableFuture<>();
      if (state == PluginReadiness.READY) {
        started.complete(null);
        return started;
      }
      attempt = started;
      failure = null;
      move(PluginReadiness.STARTING);
      events.tell(new RegistryEvent.Starting(manifest.name(), since));
    }
    Thread.ofVirtual()
        .name("start-" + manifest().name())
        .start(() -> start(started, System.nanoTime(), again));
    return started;
  }

  private void start(CompletableFuture<Void> started, long startNanos, boolean again) {
    PluginManifest starting = manifest();
    try {
      dependencies.await(starting, again);
      ServedProcess warm = standby.take(starting);
      ServedProcess process = warm == null ? processes.launch(starting) : warm;
      boolean installed = false;
      try {
        // One of them may have died in the meantime.
        dependencies.requireReady(starting);
        installed = install(started, process, startNanos);
      } finally {
        if (!installed) {
          processes.end(process);
        }
      }
      settle(started, installed ? null : notReady());
    } catch (RuntimeException | Error e) {
      fail(started, e);
      settle(started, e);
    }
  }

  /// @return false if the attempt was dropped: a swap has put another process in place, or the
  ///   plugin was stopped or taken out
  private boolean install(CompletableFuture<Void> started, ServedProcess process, long startNanos) {
    synchronized (lock) {
      if (!isUnderWay(started)) {
        return false;
      }
      put(process);
      Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
      events.tell(new RegistryEvent.Ready(manifest.name(), since, process.id(), took));
    }
    watch(process);
    return true;
  }

  /// The lock is held.
  @SuppressWarnings("ReferenceEquality") // An attempt is itself, whatever others have become.
  private boolean isUnderWay(CompletableFuture<Void> started) {
    return attempt == started;
  }

  /// Ends an attempt for those who wait for it: they want the plugin, whichever process it is.
  ///
  /// @param failure why this attempt has led to no process; null if it has
  private void settle(CompletableFuture<Void> started, @Nullable Throwable failure) {
    boolean ready = snapshot().readiness() == PluginReadiness.READY;
    if (failure == null || ready) {
      started.complete(null);
    } else {
      started.completeExceptionally(failure);
    }
  }

  /// The lock is held. An attempt to start that is still under way is not needed any more.
  private void put(ServedProcess process) {
    attempt = null;
    current = process;
    channel.switchTo(process.route());
    move(PluginReadiness.READY);
  }

  /// After the process was put in place: one that has ended by now is told, too.
  private void watch(ServedProcess process) {
    process.exit().thenAccept(status -> Thread.startVirtualThread(() -> ended(process, status)));
  }

  /// A process has ended: asked, replaced, or by itself.
  private void ended(ServedProcess process, ExitStatus status) {
    synchronized (lock) {
      if (current == null || !current.key().equals(process.key())) {
        return;
      }
      events.tell(new RegistryEvent.Died(manifest.name(), Instant.now(), status));
      replaceLost("its process ended by itself: " + status);
    }
    processes.end(process);
  }

  /// By the standby, if there is one. The lock is held.
  private void replaceLost(String why) {
    ServedProcess next = standby.take(manifest);
    if (next == null) {
      leaveEmpty(PluginReadiness.DIED, why);
      return;
    }
    put(next);
    events.tell(new RegistryEvent.Promoted(manifest.name(), since, next.id()));
    watch(next);
  }

  private void leaveEmpty(PluginReadiness empty, String why) {
    current = null;
    channel.switchTo(null);
    failure = new IllegalStateException(why);
    move(empty);
  }

  /// Takes the process that serves out of use and ends it, as if it had ended by itself.
  ///
  /// @return false if none serves
  boolean giveUp(String why) {
    ServedProcess bad;
    synchronized (lock) {
      if (current == null) {
        return false;
      }
      bad = current;
      events.tell(new RegistryEvent.TakenOut(manifest.name(), Instant.now(), why));
      replaceLost(why);
    }
    processes.end(bad);
    return true;
  }

  /// Ends all processes; the plugin has failed for that reason, until someone starts it again.
  void takeOut(String why) {
    ServedProcess last;
    synchronized (lock) {
      if (state == PluginReadiness.STOPPED) {
        return;
      }
      last = current;
      leaveEmpty(PluginReadiness.FAILED, why);
      dropAttempt();
      events.tell(new RegistryEvent.TakenOut(manifest.name(), since, why));
    }
    standby.dismiss();
    if (last != null) {
      processes.end(last);
    }
  }

  /// What it starts is of no use any more, and is ended when it is up. The lock is held.
  private void dropAttempt() {
    if (attempt != null) {
      attempt.completeExceptionally(notReady());
      attempt = null;
    }
  }

  /// Starts a second process, to take the place of the first at its end.
  CompletableFuture<Void> warmStandby() {
    synchronized (lock) {
      return state == PluginReadiness.READY
          ? standby.warm(manifest)
          : CompletableFuture.failedFuture(notReady());
    }
  }

  boolean examineStandby(BiPredicate<String, Channel> keep) {
    return standby.examine(keep);
  }

  /// The next start is by that manifest.
  ///
  /// @param commit makes the manifest the registry's; throws if it does not fit
  /// @throws IllegalStateException if the plugin runs or starts
  void replaceManifest(PluginManifest next, Runnable commit) {
    synchronized (lock) {
      if (state == PluginReadiness.READY || state == PluginReadiness.STARTING) {
        throw new IllegalStateException(
            "the plugin \"%s\" is %s: swap it".formatted(next.name(), state.label()));
      }
      commit.run();
      manifest = next;
    }
    standby.dismiss();
  }

  private void fail(CompletableFuture<Void> started, Throwable error) {
    synchronized (lock) {
      if (!isUnderWay(started)) {
        return;
      }
      attempt = null;
      failure = error;
      move(PluginReadiness.FAILED);
      events.tell(new RegistryEvent.Failed(manifest.name(), since, reason()));
    }
  }

  private void move(PluginReadiness next) {
    state = next;
    since = Instant.now();
  }

  /// Replaces the process by one of that manifest, after the swaps that were asked for before.
  ///
  /// @param commit makes the manifest the registry's; throws if it does not fit
  /// @throws PluginNotReadyException if no process serves that could be replaced
  /// @throws SwapFailedException if the old process still serves
  SwapReport swap(PluginManifest next, Duration drainTimeout, Runnable commit) {
    swapTurn.lock();
    try {
      SwapReport report = swapNow(next, drainTimeout, commit);
      events.tell(new RegistryEvent.Swapped(next.name(), Instant.now(), report));
      return report;
    } catch (SwapFailedException e) {
      String reason = String.valueOf(e.getMessage());
      events.tell(new RegistryEvent.SwapFailed(next.name(), Instant.now(), reason));
      throw e;
    } finally {
      swapTurn.unlock();
    }
  }

  private SwapReport swapNow(PluginManifest next, Duration drainTimeout, Runnable commit) {
    long startNanos = System.nanoTime();
    PluginManifest before = manifest();
    if (snapshot().readiness() != PluginReadiness.READY) {
      throw notReady();
    }
    boolean drained = new HotSwap(drainTimeout).perform(new Replacement(next, commit));
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    return new SwapReport(before.version(), next.version(), drained, took);
  }

  private final class Replacement implements SwapSteps {
    private final PluginManifest next;
    private final Runnable commit;
    private @Nullable ServedProcess fresh;
    private @Nullable ServedProcess old;

    Replacement(PluginManifest next, Runnable commit) {
      this.next = next;
      this.commit = commit;
    }

    @Override
    public void startNew() {
      dependencies.await(next, /* again= */ false);
      fresh = processes.launch(next);
    }

    @Override
    public void switchToNew() {
      ServedProcess process = fresh;
      if (process == null) {
        throw new IllegalStateException("the new process was not started");
      }
      if (process.exit().isDone()) {
        throw new IllegalStateException("the new process has ended: " + process.exit().join());
      }
      commit.run();
      synchronized (lock) {
        if (state == PluginReadiness.STOPPED || state == PluginReadiness.FAILED) {
          // Closed, or taken out of use, while the new one started.
          throw notReady();
        }
        old = current;
        manifest = next;
        put(process);
      }
      // One of the manifest before is of no use any more.
      standby.dismiss();
      watch(process);
    }

    @Override
    public boolean drainOld(Duration limit) {
      return old == null || old.route().awaitIdle(limit);
    }

    @Override
    public void endOld() {
      if (old != null) {
        processes.end(old);
      }
    }

    @Override
    public void endNew() {
      if (fresh != null) {
        processes.end(fresh);
      }
    }
  }

  /// Ends the plugin for good.
  void stop() {
    ServedProcess last;
    synchronized (lock) {
      last = current;
      current = null;
      channel.switchTo(null);
      move(PluginReadiness.STOPPED);
      dropAttempt();
    }
    standby.dismiss();
    if (last != null) {
      KillReport report = processes.end(last);
      events.tell(new RegistryEvent.Stopped(name(), Instant.now(), report.graceful()));
    }
  }

  void requireReady() {
    synchronized (lock) {
      if (state == PluginReadiness.READY) {
        return;
      }
    }
    PluginNotReadyException notReady = lazily();
    if (notReady != null) {
      throw notReady;
    }
  }

  /// @return null if it has become ready in between
  private @Nullable PluginNotReadyException lazily() {
    CompletableFuture<Void> ignored = begin(/* again= */ false);
    synchronized (lock) {
      return state == PluginReadiness.READY ? null : notReady();
    }
  }

  private String whyNot() {
    PluginNotReadyException notReady = lazily();
    return notReady == null
        ? "the plugin \"%s\" was not ready and is now".formatted(name())
        : String.valueOf(notReady.getMessage());
  }

  void awaitReady(CompletableFuture<Void> started, Duration limit) {
    try {
      started.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw notReady();
    } catch (ExecutionException e) {
      throw notReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notReady();
    }
  }

  PluginNotReadyException notReady() {
    synchronized (lock) {
      return new PluginNotReadyException(manifest.name(), state, since, reason(), failure);
    }
  }

  private String reason() {
    if (failure == null) {
      return "";
    }
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  String name() {
    return manifest().name();
  }

  PluginManifest manifest() {
    synchronized (lock) {
      return manifest;
    }
  }

  Channel channel() {
    return channel;
  }

  PluginSnapshot snapshot() {
    synchronized (lock) {
      ServedProcess serving = current;
      return new PluginSnapshot(
          manifest,
          state,
          since,
          serving == null ? 0 : serving.route().inFlight(),
          Optional.ofNullable(serving).map(ServedProcess::status),
          standby.isWarm());
    }
  }
}
