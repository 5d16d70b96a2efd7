package extensions;

import io.grpc.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;

/// A host's plugins by name, kind and capability: it starts each when it is first needed, after
/// what it depends on; replaces one while it is used; ends them all, dependents first.
///
/// ```java
/// PluginCatalog catalog = PluginCatalog.discover(Path.of("plugins"));
/// try (PluginRegistry registry = PluginRegistry.builder(catalog, this::config).open()) {
///   Calculator calculator = registry.plugin("calculator").client(CalculatorClient::new);
///   registry.startAll(Duration.ofMinutes(1));
///   calculator.add(1, 2);
///   registry.swap("calculator");
///   calculator.add(1, 2);
/// }
/// ```
///
/// Safe for use by many threads. Close it: that ends the plugins. A host that is interrupted by
/// Ctrl-C or SIGTERM takes them along, then all at once.
public final class PluginRegistry implements AutoCloseable {
  private final Map<String, RegisteredPlugin> plugins = new TreeMap<>();
  private final ServedProcesses processes;
  private final RegistryEvents events;
  private final Duration drainTimeout;
  private final Object catalogLock = new Object();
  private final Object closeLock = new Object();
  private PluginCatalog catalog;
  private boolean closed;

  private PluginRegistry(Builder builder) {
    this.catalog = builder.catalog;
    this.drainTimeout = builder.drainTimeout;
    this.events = new RegistryEvents(builder.listeners);
    this.processes = new ServedProcesses(builder.configs, builder.trial(), builder.startsAtOnce);
    for (PluginManifest manifest : catalog.plugins()) {
      plugins.put(manifest.name(), new RegisteredPlugin(manifest, processes, events, new Needed()));
    }
  }

  /// A builder of a registry of those plugins.
  ///
  /// @param configs says how a host uses a plugin, mostly by its kind; begins with
  ///   [PluginManifest#config]; called for each start
  public static Builder builder(
      PluginCatalog catalog, Function<PluginManifest, ClientConfig> configs) {
    return new Builder(catalog, configs);
  }

  /// The plugins as their manifests say now, after the swaps so far.
  public PluginCatalog catalog() {
    synchronized (catalogLock) {
      return catalog;
    }
  }

  /// The handle on the plugin of that name. Starts nothing.
  ///
  /// @throws IllegalArgumentException if there is none
  public PluginHandle plugin(String name) {
    return new PluginHandle(registered(name));
  }

  private RegisteredPlugin registered(String name) {
    RegisteredPlugin plugin = plugins.get(name);
    if (plugin == null) {
      throw new IllegalArgumentException(
          "no plugin is named \"%s\"; there are %s".formatted(name, plugins.keySet()));
    }
    return plugin;
  }

  /// The handles on the plugins that can do that, the highest version first; empty if none can.
  /// Starts nothing.
  public List<PluginHandle> withCapability(String capability) {
    return catalog().withCapability(capability).stream()
        .map(manifest -> plugin(manifest.name()))
        .toList();
  }

  /// How each plugin is now, by name.
  public List<PluginSnapshot> snapshots() {
    return plugins.values().stream().map(RegisteredPlugin::snapshot).toList();
  }

  /// Starts all plugins, those that do not depend on each other at the same time, and waits for
  /// them. One that has failed or died is started again.
  ///
  /// @param limit how long to wait for all together at most
  /// @throws PluginNotReadyException of the first plugin that is not ready; of the others it is a
  ///   suppressed exception. Those that are ready stay so
  public void startAll(Duration limit) {
    long startNanos = System.nanoTime();
    Map<RegisteredPlugin, CompletableFuture<Void>> starts = new LinkedHashMap<>();
    for (String name : catalog().startOrder()) {
      RegisteredPlugin plugin = registered(name);
      starts.put(plugin, plugin.begin(/* again= */ true));
    }
    List<PluginNotReadyException> problems = new ArrayList<>();
    starts.forEach(
        (plugin, start) -> {
          Duration left = limit.minusNanos(System.nanoTime() - startNanos);
          try {
            plugin.awaitReady(start, left.isNegative() ? Duration.ZERO : left);
          } catch (PluginNotReadyException e) {
            problems.add(e);
          }
        });
    if (!problems.isEmpty()) {
      PluginNotReadyException first = problems.removeFirst();
      problems.forEach(first::addSuppressed);
      throw first;
    }
  }

  /// Reads the plugin's manifest anew and replaces its process, as [#swap(PluginManifest)] does.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  /// @throws ManifestException if the manifest is wrong now, or another plugin's; nothing has
  ///   changed
  public SwapReport swap(String name) {
    PluginManifest next = PluginManifest.read(registered(name).manifest().file());
    if (!next.name().equals(name)) {
      throw new ManifestException(
          next.file(),
          "the key \"name\" is \"%s\" now; to swap \"%s\" it must stay the same"
              .formatted(next.name(), name),
          null);
    }
    return swap(next);
  }

  /// Replaces the process of the plugin of that name, while it is used and with no failed call: a
  /// new process starts and answers, new calls go to it, the old one gets time for its last calls
  /// and is ended. Returns when that is done. Swaps of one plugin take place one after the other.
  ///
  /// @param next what to start: another version, or the same once more
  /// @throws SwapFailedException if the new process does not start or answer, or the manifest does
  ///   not fit the other plugins: the old process keeps serving
  /// @throws PluginNotReadyException if the plugin is not ready: there is nothing to replace
  /// @throws IllegalArgumentException if there is none of that name, or it is of another kind
  public SwapReport swap(PluginManifest next) {
    return sameKind(next).swap(next, drainTimeout, () -> commit(next));
  }

  /// Gives a plugin that does not run another manifest, to start by it the next time. Starts
  /// nothing.
  ///
  /// @param next of the same name and kind
  /// @throws IllegalStateException if the plugin runs or starts: [#swap] it
  /// @throws RegistryException if the manifest does not fit the other plugins; nothing has changed
  /// @throws IllegalArgumentException if there is none of that name, or it is of another kind
  public void replaceManifest(PluginManifest next) {
    sameKind(next).replaceManifest(next, () -> commit(next));
  }

  private RegisteredPlugin sameKind(PluginManifest next) {
    RegisteredPlugin plugin = registered(next.name());
    String kind = plugin.manifest().kind();
    if (!next.kind().equals(kind)) {
      throw new IllegalArgumentException(
          "\"%s\" is of the kind %s and cannot become a %s"
              .formatted(next.name(), kind, next.kind()));
    }
    return plugin;
  }

  private void commit(PluginManifest next) {
    synchronized (catalogLock) {
      catalog = catalog.replace(next);
    }
  }

  /// Ends all plugins: those first that no other depends on, and what does not depend on each other
  /// at the same time. Starts under way are broken off, calls in flight fail. Takes at most the
  /// time of [lifecycle.KillTimes] for each step of the longest chain. Calling it again does
  /// nothing.
  @Override
  public void close() {
    synchronized (closeLock) {
      if (closed) {
        return;
      }
      closed = true;
      processes.abortLaunches();
      stopInOrder(catalog());
      // What is left by now, such as the old process of a swap.
      processes.close();
      events.close();
    }
  }

  private void stopInOrder(PluginCatalog all) {
    Map<String, CompletableFuture<Void>> stops = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : all.startOrder().reversed()) {
        CompletableFuture<?>[] dependents =
            all.dependentsOf(name).stream().map(stops::get).toArray(CompletableFuture<?>[]::new);
        RegisteredPlugin plugin = registered(name);
        stops.put(
            name,
            CompletableFuture.allOf(dependents)
                .handleAsync(
                    (done, error) -> {
                      plugin.stop();
                      return null;
                    },
                    threads));
      }
      CompletableFuture.allOf(stops.values().toArray(CompletableFuture<?>[]::new)).join();
    }
  }

  /// What a plugin needs, by the catalog as it is then.
  private final class Needed implements RegisteredPlugin.Dependencies {
    @Override
    public void await(PluginManifest manifest, boolean again) {
      CompletableFuture<?>[] starts =
          of(manifest).stream()
              .map(needed -> needed.begin(again))
              .toArray(CompletableFuture<?>[]::new);
      // Waits for the last of them; which one failed, the question below tells.
      boolean ignored = CompletableFuture.allOf(starts).handle((done, error) -> true).join();
      requireReady(manifest);
    }

    @Override
    public void requireReady(PluginManifest manifest) {
      for (RegisteredPlugin needed : of(manifest)) {
        if (needed.snapshot().readiness() != PluginReadiness.READY) {
          throw needed.notReady();
        }
      }
    }

    private List<RegisteredPlugin> of(PluginManifest manifest) {
      // With this manifest in its place: a swap may bring new dependencies.
      return catalog().replace(manifest).dependenciesOf(manifest.name()).stream()
          .map(PluginRegistry.this::registered)
          .toList();
    }
  }

  /// Makes a [PluginRegistry]. Not safe for use by many threads.
  public static final class Builder {
    private final PluginCatalog catalog;
    private final Function<PluginManifest, ClientConfig> configs;
    private final List<Consumer<RegistryEvent>> listeners = new ArrayList<>();
    private BiConsumer<PluginManifest, PluginClient> preparation = (manifest, client) -> {};
    private BiConsumer<PluginManifest, Channel> probe = (manifest, channel) -> {};
    private Duration drainTimeout = Duration.ofSeconds(10);
    private int startsAtOnce = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private Builder(PluginCatalog catalog, Function<PluginManifest, ClientConfig> configs) {
      this.catalog = catalog;
      this.configs = configs;
    }

    /// Tells that listener what happens, from the discovery on: one event after the other, on a
    /// thread of the registry's own.
    public Builder listener(Consumer<RegistryEvent> listener) {
      listeners.add(listener);
      return this;
    }

    /// Gives each new process what it needs before the first call, the probe's included: what goes
    /// over the broker of its own connection, for one. If it throws, the process does not become
    /// ready, and a swap is taken back. The client stays the registry's: it is not to be ended
    /// here. Default: nothing.
    public Builder prepare(BiConsumer<PluginManifest, PluginClient> step) {
      preparation = step;
      return this;
    }

    /// Tries each new process before the host uses it, such as by a first call that also warms it
    /// up. If it throws, the process does not become ready, and a swap is taken back. Default:
    /// nothing but the ping.
    public Builder probe(BiConsumer<PluginManifest, Channel> trial) {
      probe = trial;
      return this;
    }

    /// How long calls in flight may take until a replaced process is ended. Default: ten seconds.
    ///
    /// @throws IllegalArgumentException if it is negative
    public Builder drainTimeout(Duration timeout) {
      if (timeout.isNegative()) {
        throw new IllegalArgumentException("drainTimeout < 0: " + timeout);
      }
      drainTimeout = timeout;
      return this;
    }

    /// How many plugins start at the same time at most. Default: two for each processor, and four
    /// at least.
    ///
    /// @throws IllegalArgumentException if it is less than one
    public Builder startsAtOnce(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("startsAtOnce < 1: " + count);
      }
      startsAtOnce = count;
      return this;
    }

    private BiConsumer<PluginManifest, PluginClient> trial() {
      BiConsumer<PluginManifest, Channel> last = probe;
      return preparation.andThen((manifest, client) -> last.accept(manifest, client.channel()));
    }

    /// The registry. No plugin is started yet.
    public PluginRegistry open() {
      return new PluginRegistry(this);
    }
  }
}
