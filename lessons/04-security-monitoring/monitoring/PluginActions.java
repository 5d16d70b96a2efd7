package monitoring;

import extensions.PluginHandle;
import extensions.RegistryException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person may do with a supervised plugin by a button: end its process, replace it, end its
/// quarantine. Each answers at once: 202 if it is under way, 409 and why not if it cannot be.
///
/// Safe for use by many threads.
final class PluginActions {
  private static final Logger LOGGER = LoggerFactory.getLogger(PluginActions.class);

  private final Supervisor supervisor;
  private final BiConsumer<String, String> record;
  private final Set<String> replacing = ConcurrentHashMap.newKeySet();

  /// @param record is told the plugin and what is done with it, before it is done; if it throws,
  ///   nothing is
  PluginActions(Supervisor supervisor, BiConsumer<String, String> record) {
    this.supervisor = supervisor;
    this.record = record;
  }

  /// The actions by path: `/plugins/calculator/kill`, `/restart`, `/release`.
  Map<String, Supplier<Reply>> byPath() {
    Map<String, Supplier<Reply>> actions = new HashMap<>();
    for (SupervisedStatus status : supervisor.statuses()) {
      String plugin = status.plugin();
      String path = "/plugins/" + plugin;
      actions.put(path + "/kill", () -> kill(plugin));
      actions.put(path + "/restart", () -> restart(plugin));
      actions.put(path + "/release", () -> release(plugin));
    }
    return actions;
  }

  /// Whether its process is being replaced because a person wants it.
  boolean isReplacing(String plugin) {
    return replacing.contains(plugin);
  }

  /// As the system does that runs out of memory. What comes then is the supervisor's part.
  private Reply kill(String plugin) {
    Optional<ProcessHandle> process = supervisor.status(plugin).processId().flatMap(this::own);
    if (process.isEmpty()) {
      return refused("no process of \"%s\" runs on this machine now".formatted(plugin));
    }
    record.accept(plugin, "kill");
    LOGGER.warn("a person kills the plugin \"{}\": process {}", plugin, process.get().pid());
    return process.get().destroyForcibly()
        ? done("SIGKILL was sent to process %d of \"%s\"".formatted(process.get().pid(), plugin))
        : refused("process %d of \"%s\" has ended already".formatted(process.get().pid(), plugin));
  }

  /// A process that this host has started. Another runner's id may be no process's number, or by
  /// chance the number of someone else's.
  private Optional<ProcessHandle> own(String id) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> String.valueOf(process.pid()).equals(id) && process.isAlive())
        .findAny();
  }

  private Reply restart(String plugin) {
    return switch (supervisor.status(plugin).condition()) {
      case READY, UNWELL -> replace(plugin);
      case DISCOVERED, RESTARTING, FAILED -> start(plugin);
      case STARTING -> refused("\"%s\" is being started already".formatted(plugin));
      case QUARANTINED -> refused("\"%s\" is quarantined: release it".formatted(plugin));
      case STOPPED -> refused("the host ends");
    };
  }

  /// A new process of the same manifest takes over; no call fails.
  private Reply replace(String plugin) {
    if (!replacing.add(plugin)) {
      return refused("\"%s\" is being replaced already".formatted(plugin));
    }
    try {
      record.accept(plugin, "restart");
    } catch (RuntimeException e) {
      replacing.remove(plugin);
      throw e;
    }
    LOGGER.warn("a person restarts the plugin \"{}\"", plugin);
    Thread.ofVirtual().name("monitoring-restart").start(() -> replaceNow(plugin));
    return done("a new process of \"%s\" is started and takes over".formatted(plugin));
  }

  private void replaceNow(String plugin) {
    try {
      PluginHandle handle = supervisor.registry().plugin(plugin);
      Object ignored = supervisor.registry().swap(handle.manifest());
    } catch (RegistryException | IllegalStateException e) {
      LOGGER.warn("the plugin \"{}\" keeps its process: {}", plugin, e.getMessage());
    } finally {
      replacing.remove(plugin);
    }
  }

  private Reply start(String plugin) {
    record.accept(plugin, "restart");
    LOGGER.warn("a person starts the plugin \"{}\"", plugin);
    // How it went, the next status tells.
    CompletableFuture<Void> ignored = supervisor.registry().plugin(plugin).start();
    return done("\"%s\" is started".formatted(plugin));
  }

  private Reply release(String plugin) {
    if (supervisor.status(plugin).condition() != Condition.QUARANTINED) {
      return refused("\"%s\" is not quarantined".formatted(plugin));
    }
    record.accept(plugin, "release");
    return supervisor.release(plugin)
        ? done("\"%s\" is released and started".formatted(plugin))
        : refused("\"%s\" has been released already".formatted(plugin));
  }

  private static Reply done(String what) {
    return Reply.text(202, what);
  }

  private static Reply refused(String why) {
    return Reply.text(409, why);
  }
}
