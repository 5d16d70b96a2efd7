package extensions;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lifecycle.ClientConfig;
import lifecycle.KillReport;
import lifecycle.PluginClient;
import lifecycle.PluginManager;
import lifecycle.PluginPingException;
import lifecycle.PluginStoppedException;
import lifecycle.TraceKind;

/// Starts and ends the processes of a registry's plugins. What it hands out is up and well; what
/// fails on the way is gone when the failure is told.
final class ServedProcesses implements AutoCloseable {
  private final PluginManager manager = new PluginManager();
  private final Function<PluginManifest, ClientConfig> configs;
  private final BiConsumer<PluginManifest, PluginClient> trial;
  private final Semaphore permits;
  private final AtomicLong numbers = new AtomicLong();
  private final Object lock = new Object();
  private final Map<String, Integer> launches = new HashMap<>();
  private final Map<String, PluginClient> newest = new HashMap<>();
  private final Set<PluginClient> launching = new HashSet<>();
  private boolean closed;

  ServedProcesses(
      Function<PluginManifest, ClientConfig> configs,
      BiConsumer<PluginManifest, PluginClient> trial,
      int startsAtOnce) {
    this.configs = configs;
    this.trial = trial;
    this.permits = new Semaphore(startsAtOnce, /* fair= */ true);
  }

  /// Starts a process of that plugin and waits until it answers.
  ///
  /// @throws RuntimeException if it does not; no process is left then
  ServedProcess launch(PluginManifest manifest) {
    // The wait for a turn is no part of the plugin's own time to start.
    permits.acquireUninterruptibly();
    try {
      return launchNow(manifest);
    } finally {
      permits.release();
    }
  }

  private ServedProcess launchNow(PluginManifest manifest) {
    String key = manifest.name() + "/" + numbers.incrementAndGet();
    ClientConfig plain = configs.apply(manifest);
    ClientConfig config = plain.withTrace(plain.trace().forPlugin(manifest.name()));
    PluginClient client = add(key, config);
    recordRestart(manifest.name(), client, config);
    try {
      long startNanos = System.nanoTime();
      client.start();
      awaitAnswer(client, config.startTimeout().minusNanos(System.nanoTime() - startNanos));
      trial.accept(manifest, client);
      return ServedProcess.of(key, manifest, client);
    } catch (RuntimeException | Error e) {
      manager.remove(key);
      throw e;
    } finally {
      synchronized (lock) {
        launching.remove(client);
      }
    }
  }

  /// A start in the place of a process that ended; a swap's or a standby's is none.
  private void recordRestart(String name, PluginClient client, ClientConfig config) {
    int launch;
    PluginClient before;
    synchronized (lock) {
      launch = launches.merge(name, 1, Integer::sum);
      before = newest.put(name, client);
    }
    if (before != null && before.state().isFinal()) {
      config.trace().record("host", TraceKind.RESTART, Map.of("launch", launch));
    }
  }

  /// On a machine that is busy with other starts the first answer may take longer than a ping may.
  /// As long as the plugin's time to start is not up it is asked again; one that refuses is not.
  private static void awaitAnswer(PluginClient client, Duration limit) {
    long startNanos = System.nanoTime();
    while (true) {
      try {
        client.ping();
        return;
      } catch (PluginPingException e) {
        if (!wasSlow(e) || System.nanoTime() - startNanos > limit.toNanos()) {
          throw e;
        }
      }
    }
  }

  private static boolean wasSlow(PluginPingException failure) {
    return failure.getCause() instanceof StatusRuntimeException status
        && status.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
  }

  private PluginClient add(String key, ClientConfig config) {
    synchronized (lock) {
      if (closed) {
        throw new PluginStoppedException("the registry is closed: no plugin starts any more");
      }
      PluginClient client = manager.add(key, config);
      launching.add(client);
      return client;
    }
  }

  /// Ends the process, whatever it does.
  KillReport end(ServedProcess process) {
    return manager.remove(process.key());
  }

  /// Lets no process start any more, and ends those that are starting.
  void abortLaunches() {
    List<PluginClient> started;
    synchronized (lock) {
      closed = true;
      started = new ArrayList<>(launching);
    }
    List<Thread> killers = new ArrayList<>();
    started.forEach(client -> killers.add(Thread.startVirtualThread(client::kill)));
    killers.forEach(ServedProcesses::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends all processes that are left.
  @Override
  public void close() {
    abortLaunches();
    manager.close();
  }
}
