package lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps a host's plugins and ends them all with the host (go-plugin: managed clients and
/// `CleanupClients`).
///
/// Safe for use by many threads. A host that is interrupted by Ctrl-C or SIGTERM takes its plugins
/// along; one that is killed by SIGKILL cannot, and its plugins notice by themselves.
public final class PluginManager implements AutoCloseable {
  private final Object lock = new Object();
  private final Map<String, PluginClient> clients = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::killAll, "kill-plugins");
  private boolean closed;

  /// A manager without plugins.
  public PluginManager() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Adds a plugin. It starts with its first use.
  ///
  /// @param name the host's name for it
  /// @throws IllegalArgumentException if there is one of that name already
  /// @throws IllegalStateException if the manager is closed
  public PluginClient add(String name, ClientConfig config) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the manager is closed");
      }
      if (clients.containsKey(name)) {
        throw new IllegalArgumentException("there is a plugin named \"" + name + "\" already");
      }
      PluginClient client = PluginClient.of(config);
      clients.put(name, client);
      return client;
    }
  }

  /// The plugin of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public PluginClient get(String name) {
    synchronized (lock) {
      PluginClient client = clients.get(name);
      if (client == null) {
        throw new IllegalArgumentException(
            "no plugin is named \"%s\"; there are %s".formatted(name, clients.keySet()));
      }
      return client;
    }
  }

  /// Ends the plugin of that name, as [PluginClient#kill] does, and forgets it. The name is free
  /// then.
  ///
  /// @throws IllegalArgumentException if there is none
  public KillReport remove(String name) {
    PluginClient client = get(name);
    // Forgotten after its end: until then the host's own end must find it.
    KillReport report = client.kill();
    synchronized (lock) {
      clients.remove(name, client);
    }
    return report;
  }

  /// How each plugin is now, in the order in which they were added.
  public Map<String, PluginStatus> status() {
    Map<String, PluginClient> all;
    synchronized (lock) {
      all = new LinkedHashMap<>(clients);
    }
    Map<String, PluginStatus> status = new LinkedHashMap<>();
    all.forEach((name, client) -> status.put(name, client.status()));
    return status;
  }

  /// Ends all plugins at the same time and waits until they are gone. Takes no more. Calling it
  /// again does nothing.
  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // The virtual machine is going down: the hook runs already.
    }
  }

  private void killAll() {
    List<PluginClient> all;
    synchronized (lock) {
      closed = true;
      all = new ArrayList<>(clients.values());
    }
    List<Thread> killers = new ArrayList<>();
    all.forEach(client -> killers.add(Thread.startVirtualThread(client::kill)));
    try {
      for (Thread killer : killers) {
        killer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
