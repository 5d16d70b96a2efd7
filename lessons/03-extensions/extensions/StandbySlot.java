package extensions;

import io.grpc.Channel;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import lifecycle.ExitStatus;
import org.jspecify.annotations.Nullable;

/// A plugin's second process: up and well, and no call goes to it. It waits for the first one's
/// end, to take its place at once.
final class StandbySlot {
  private final String plugin;
  private final ServedProcesses processes;
  private final RegistryEvents events;
  private final Object lock = new Object();
  private @Nullable CompletableFuture<Void> attempt;
  private @Nullable ServedProcess waiting;

  StandbySlot(String plugin, ServedProcesses processes, RegistryEvents events) {
    this.plugin = plugin;
    this.processes = processes;
    this.events = events;
  }

  /// Starts a process of that manifest, unless one waits or starts already. Returns at once.
  ///
  /// @return completes when it waits, or exceptionally if it does not start or is not wanted any
  ///   more
  CompletableFuture<Void> warm(PluginManifest manifest) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    synchronized (lock) {
      if (attempt != null) {
        return attempt;
      }
      if (waiting != null) {
        started.complete(null);
        return started;
      }
      attempt = started;
    }
    Thread.ofVirtual().name("standby-" + plugin).start(() -> launch(manifest, started));
    return started;
  }

  private void launch(PluginManifest manifest, CompletableFuture<Void> started) {
    try {
      ServedProcess process = processes.launch(manifest);
      if (!keep(process, started)) {
        processes.end(process);
        return;
      }
      process.exit().thenAccept(status -> Thread.startVirtualThread(() -> lost(process, status)));
    } catch (RuntimeException | Error e) {
      synchronized (lock) {
        if (!started.isDone()) {
          attempt = null;
          started.completeExceptionally(e);
        }
      }
    }
  }

  private boolean keep(ServedProcess process, CompletableFuture<Void> started) {
    synchronized (lock) {
      if (started.isDone()) {
        return false;
      }
      attempt = null;
      waiting = process;
      started.complete(null);
      events.tell(new RegistryEvent.StandbyReady(plugin, Instant.now(), process.id()));
      return true;
    }
  }

  private void lost(ServedProcess process, ExitStatus status) {
    synchronized (lock) {
      if (!process.equals(waiting)) {
        return;
      }
      waiting = null;
      events.tell(new RegistryEvent.StandbyLost(plugin, Instant.now(), status));
    }
    processes.end(process);
  }

  /// The process that waits, if it is of that manifest and lives; from now on it is the caller's.
  ///
  /// @return null if there is none
  @Nullable ServedProcess take(PluginManifest manifest) {
    synchronized (lock) {
      ServedProcess process = waiting;
      if (process == null || !process.manifest().equals(manifest) || process.exit().isDone()) {
        return null;
      }
      waiting = null;
      return process;
    }
  }

  /// Shows the process that waits to whoever judges it. One that is not to be kept is ended, and
  /// told as lost.
  ///
  /// @param keep is given its id and the way to it; may take its time
  /// @return false if it was ended
  boolean examine(BiPredicate<String, Channel> keep) {
    ServedProcess process;
    synchronized (lock) {
      process = waiting;
    }
    if (process == null || keep.test(process.id(), process.route().channel())) {
      return true;
    }
    synchronized (lock) {
      if (!process.equals(waiting)) {
        // It serves by now, or is gone.
        return true;
      }
      waiting = null;
      events.tell(new RegistryEvent.StandbyLost(plugin, Instant.now(), ExitStatus.unknown()));
    }
    processes.end(process);
    return false;
  }

  boolean isWarm() {
    synchronized (lock) {
      return waiting != null;
    }
  }

  /// Ends the process that waits or starts, if there is one. Returns at once.
  void dismiss() {
    ServedProcess last;
    synchronized (lock) {
      if (attempt != null) {
        attempt.completeExceptionally(new IllegalStateException("the standby is not wanted"));
        attempt = null;
      }
      last = waiting;
      waiting = null;
    }
    if (last != null) {
      Thread.startVirtualThread(() -> processes.end(last));
    }
  }
}
