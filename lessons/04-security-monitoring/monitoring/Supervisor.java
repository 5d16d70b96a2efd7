package monitoring;

import extensions.ManifestException;
import extensions.PluginCatalog;
import extensions.PluginHandle;
import extensions.PluginManifest;
import extensions.PluginReadiness;
import extensions.PluginRegistry;
import extensions.PluginSnapshot;
import extensions.RegistryEvent;
import extensions.RegistryException;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import lifecycle.ClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a host's plugins running: a [PluginRegistry] whose plugins are restarted when they die or
/// hang, and quarantined when that does not help.
///
/// ```java
/// try (Supervisor supervisor =
///     Supervisor.builder(catalog, this::config).standby(Set.of("calculator")).open()) {
///   supervisor.registry().startAll(Duration.ofMinutes(1));
///   Calculator calculator = supervisor.client("calculator", CalculatorClient::new);
///   calculator.add(1, 2);
/// }
/// ```
///
/// Safe for use by many threads. It owns the registry: close it.
public final class Supervisor implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Supervisor.class);

  private final Builder builder;
  private final Timeline timeline;
  private final Optional<SystemTimeline> ownTimeline;
  private final Map<String, Recovery> recoveries = new TreeMap<>();
  private final Map<String, CircuitBreaker> breakers = new TreeMap<>();
  private final Map<String, Channel> channels = new TreeMap<>();
  private final List<RetryInterceptor> retries = new ArrayList<>();
  private final PluginRegistry registry;
  private final HealthWatch health;

  private Supervisor(Builder builder) {
    this.builder = builder;
    this.ownTimeline =
        builder.timeline == null ? Optional.of(new SystemTimeline()) : Optional.empty();
    this.timeline = builder.timeline == null ? ownTimeline.orElseThrow() : builder.timeline;
    for (PluginManifest manifest : builder.catalog.plugins()) {
      breakers.put(manifest.name(), new CircuitBreaker(builder.breaker, timeline));
    }
    PluginRegistry.Builder opening =
        PluginRegistry.builder(builder.catalog, this::guarded).listener(this::happened);
    builder.settings.forEach(setting -> setting.accept(opening));
    this.registry = opening.open();
    for (PluginManifest manifest : builder.catalog.plugins()) {
      add(registry.plugin(manifest.name()));
    }
    this.health = new HealthWatch(builder.health, timeline, this::giveUp);
    registry.snapshots().forEach(snapshot -> health.watch(registry.plugin(nameOf(snapshot))));
  }

  private static String nameOf(PluginSnapshot snapshot) {
    return snapshot.manifest().name();
  }

  private void add(PluginHandle plugin) {
    String name = plugin.name();
    Recovery recovery =
        new Recovery(
            new Registered(plugin),
            builder.restarts,
            builder.standby.contains(name),
            timeline,
            builder.random,
            this::tell);
    synchronized (recoveries) {
      recoveries.put(name, recovery);
    }
    List<ClientInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new BreakerInterceptor(name, breaker(name), builder.breaker));
    RetryInterceptor retry =
        new RetryInterceptor(builder.retries, timeline, builder.random, recovery::isHopeless);
    retries.add(retry);
    interceptors.add(retry);
    builder.interceptors.forEach(interceptor -> interceptors.add(interceptor.apply(name)));
    // The last is the first to see a call: an attempt is no call of the host's.
    channels.put(name, ClientInterceptors.intercept(plugin.channel(), interceptors));
  }

  /// A builder of a supervisor of those plugins.
  ///
  /// @param configs as in [PluginRegistry#builder]
  public static Builder builder(
      PluginCatalog catalog, Function<PluginManifest, ClientConfig> configs) {
    return new Builder(catalog, configs);
  }

  /// Whoever asks, a quarantined plugin does not start.
  private ClientConfig guarded(PluginManifest manifest) {
    recovery(manifest.name())
        .flatMap(Recovery::quarantine)
        .ifPresent(
            quarantine -> {
              throw new QuarantinedException(manifest.name(), quarantine);
            });
    return builder.configs.apply(manifest);
  }

  private Optional<Recovery> recovery(String name) {
    synchronized (recoveries) {
      return Optional.ofNullable(recoveries.get(name));
    }
  }

  private Recovery known(String name) {
    return recovery(registry.plugin(name).name()).orElseThrow();
  }

  private CircuitBreaker breaker(String name) {
    CircuitBreaker breaker = breakers.get(name);
    if (breaker == null) {
      throw new IllegalArgumentException("no plugin is named \"%s\"".formatted(name));
    }
    return breaker;
  }

  private void happened(RegistryEvent event) {
    recovery(event.plugin()).ifPresent(recovery -> happened(event, recovery));
  }

  private void happened(RegistryEvent event, Recovery recovery) {
    switch (event) {
      case RegistryEvent.Ready _, RegistryEvent.Swapped _ -> {
        breaker(event.plugin()).reset();
        recovery.ready();
        dependents(event.plugin()).forEach(Recovery::dependencyReady);
      }
      case RegistryEvent.Promoted _ -> {
        breaker(event.plugin()).reset();
        recovery.promoted();
      }
      case RegistryEvent.Died died -> recovery.lost("its process ended by itself: " + died.exit());
      case RegistryEvent.Failed failed -> recovery.lost(failed.reason());
      case RegistryEvent.TakenOut out -> recovery.lost(out.reason());
      case RegistryEvent.StandbyLost _ -> recovery.standbyLost();
      case RegistryEvent.Discovered _,
          RegistryEvent.Starting _,
          RegistryEvent.SwapFailed _,
          RegistryEvent.StandbyReady _,
          RegistryEvent.Stopped _ -> {}
    }
  }

  private List<Recovery> dependents(String name) {
    return registry.catalog().dependentsOf(name).stream()
        .map(this::recovery)
        .flatMap(Optional::stream)
        .toList();
  }

  private void giveUp(PluginHandle plugin, String reason) {
    LOGGER.warn("the plugin \"{}\" is given up: {}", plugin.name(), reason);
    boolean ignored = plugin.giveUp(reason);
  }

  private void tell(SupervisorEvent event) {
    switch (event) {
      case SupervisorEvent.RestartPlanned planned ->
          LOGGER.warn(
              "the plugin \"{}\" is restarted in {} ms: {}",
              planned.plugin(),
              planned.delay().toMillis(),
              planned.reason());
      case SupervisorEvent.Restarted restarted ->
          LOGGER.info("restart {} of the plugin \"{}\"", restarted.restarts(), event.plugin());
      case SupervisorEvent.Quarantined quarantined ->
          LOGGER.error(
              "the plugin \"{}\" is quarantined: {}", quarantined.plugin(), quarantined.reason());
      case SupervisorEvent.Released released ->
          LOGGER.info("the plugin \"{}\" is released: {}", released.plugin(), released.how());
    }
    for (Consumer<SupervisorEvent> listener : builder.listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOGGER.warn("a listener failed at {}", event, e);
      }
    }
  }

  /// The plugins themselves: to start, to swap, to look at.
  public PluginRegistry registry() {
    return registry;
  }

  /// A channel that leads to the process that serves, as [PluginHandle#channel] does, behind the
  /// circuit breaker and the retries.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public Channel channel(String name) {
    Channel channel = channels.get(registry.plugin(name).name());
    if (channel == null) {
      throw new IllegalStateException("no channel was made for " + name);
    }
    return channel;
  }

  /// A client over [#channel], such as `supervisor.client("calculator", CalculatorClient::new)`.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public <T> T client(String name, Function<Channel, T> factory) {
    return factory.apply(channel(name));
  }

  /// Ends a plugin and keeps it from starting, until it is released or its manifest changes.
  ///
  /// @param reason for a person
  /// @return false if it is quarantined already
  /// @throws IllegalArgumentException if no plugin has that name
  public boolean quarantine(String name, String reason) {
    return known(name).quarantine(reason);
  }

  /// Ends a quarantine and starts the plugin, with a full budget. Returns at once.
  ///
  /// @return false if the plugin is not quarantined
  /// @throws IllegalArgumentException if no plugin has that name
  public boolean release(String name) {
    return known(name).release("by a person");
  }

  /// How each plugin is now, by name.
  public List<SupervisedStatus> statuses() {
    return registry.snapshots().stream().map(this::status).toList();
  }

  /// How that plugin is now.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public SupervisedStatus status(String name) {
    return status(registry.plugin(name).snapshot());
  }

  private SupervisedStatus status(PluginSnapshot snapshot) {
    return SupervisedStatus.of(snapshot, known(nameOf(snapshot)), health.report(snapshot));
  }

  /// What the circuit breaker of that plugin does now.
  ///
  /// @throws IllegalArgumentException if no plugin has that name
  public CircuitBreaker.State circuit(String name) {
    return breaker(name).state();
  }

  /// The time that all decisions are made by.
  public Timeline timeline() {
    return timeline;
  }

  /// Restarts nothing any more, and ends all plugins as [PluginRegistry#close] does.
  @Override
  public void close() {
    health.close();
    synchronized (recoveries) {
      recoveries.values().forEach(Recovery::close);
    }
    registry.close();
    retries.forEach(RetryInterceptor::hurry);
    ownTimeline.ifPresent(SystemTimeline::close);
  }

  /// A plugin of the registry, for its recovery.
  private final class Registered implements Supervised {
    private final PluginHandle plugin;

    Registered(PluginHandle plugin) {
      this.plugin = plugin;
    }

    @Override
    public String name() {
      return plugin.name();
    }

    @Override
    public void start() {
      // How it went comes back as an event.
      CompletableFuture<Void> ignored = plugin.start();
    }

    @Override
    public CompletableFuture<Void> warmStandby() {
      // Its outcome is told on a thread that holds no lock of the registry's.
      return plugin
          .warmStandby()
          .whenCompleteAsync(
              (done, error) -> {
                if (error != null) {
                  LOGGER.warn("the plugin \"{}\" has no standby: {}", name(), error.getMessage());
                }
              },
              Thread::startVirtualThread);
    }

    @Override
    public void takeOut(String reason) {
      plugin.takeOut(reason);
    }

    @Override
    public Optional<String> missing() {
      return registry.catalog().dependenciesOf(plugin.name()).stream()
          .filter(needed -> !canServe(registry.plugin(needed).snapshot().readiness()))
          .findFirst();
    }

    private static boolean canServe(PluginReadiness readiness) {
      return readiness == PluginReadiness.READY || readiness == PluginReadiness.DISCOVERED;
    }

    @Override
    public boolean adoptChangedManifest() {
      PluginManifest now = plugin.manifest();
      if (!Files.isRegularFile(now.file())) {
        return false;
      }
      try {
        PluginManifest next = PluginManifest.read(now.file());
        if (next.equals(now)) {
          return false;
        }
        if (!next.name().equals(now.name())) {
          LOGGER.warn("the manifest of \"{}\" names another plugin: {}", now.name(), next.name());
          return false;
        }
        registry.replaceManifest(next);
        return true;
      } catch (ManifestException e) {
        // Someone may be about to write it: it is looked at again.
        LOGGER.debug("the manifest of \"{}\" cannot be read", plugin.name(), e);
        return false;
      } catch (RegistryException | IllegalArgumentException | IllegalStateException e) {
        LOGGER.warn("the changed manifest of \"{}\" is of no use", plugin.name(), e);
        return false;
      }
    }
  }

  /// Makes a [Supervisor]. Not safe for use by many threads.
  public static final class Builder {
    private final PluginCatalog catalog;
    private final Function<PluginManifest, ClientConfig> configs;
    private final List<Consumer<PluginRegistry.Builder>> settings = new ArrayList<>();
    private final List<Consumer<SupervisorEvent>> listeners = new ArrayList<>();
    private final List<Function<String, ClientInterceptor>> interceptors = new ArrayList<>();
    private RestartPolicy restarts = RestartPolicy.DEFAULT;
    private RetryPolicy retries = RetryPolicy.DEFAULT;
    private BreakerPolicy breaker = BreakerPolicy.DEFAULT;
    private HealthPolicy health = HealthPolicy.DEFAULT;
    private Set<String> standby = Set.of();
    // A seedable generator is not safe for many threads; this one is, and needs no seed.
    private RandomGenerator random = new SecureRandom();
    private @Nullable Timeline timeline;

    private Builder(PluginCatalog catalog, Function<PluginManifest, ClientConfig> configs) {
      this.catalog = catalog;
      this.configs = configs;
    }

    /// Settings of the registry, such as a probe or a listener.
    public Builder registry(Consumer<PluginRegistry.Builder> setting) {
      settings.add(setting);
      return this;
    }

    /// When plugins are started again. Default: [RestartPolicy#DEFAULT].
    public Builder restarts(RestartPolicy policy) {
      restarts = policy;
      return this;
    }

    /// Which calls are made again. Default: [RetryPolicy#DEFAULT], so none by its name.
    public Builder retries(RetryPolicy policy) {
      retries = policy;
      return this;
    }

    /// When calls are stopped. Default: [BreakerPolicy#DEFAULT].
    public Builder breaker(BreakerPolicy policy) {
      breaker = policy;
      return this;
    }

    /// How plugins are asked for their health. Default: [HealthPolicy#DEFAULT].
    public Builder health(HealthPolicy policy) {
      health = policy;
      return this;
    }

    /// The names of the plugins that have a second process waiting. It costs a process's memory.
    /// Default: none.
    public Builder standby(Set<String> plugins) {
      standby = Set.copyOf(plugins);
      return this;
    }

    /// An interceptor for each plugin's channel, made once from its name: it sees each call of the
    /// host's once, before the circuit breaker and the retries.
    public Builder interceptor(Function<String, ClientInterceptor> factory) {
      interceptors.add(factory);
      return this;
    }

    /// Tells that listener what the supervisor does. It must return soon and ask the supervisor for
    /// nothing.
    public Builder listener(Consumer<SupervisorEvent> listener) {
      listeners.add(listener);
      return this;
    }

    /// The time and what is due later; the caller closes it. Default: the system's.
    public Builder timeline(Timeline source) {
      timeline = source;
      return this;
    }

    /// Where the chance in waits comes from; many threads use it. Default: a good one.
    public Builder random(RandomGenerator source) {
      random = source;
      return this;
    }

    /// The supervisor. No plugin is started yet.
    public Supervisor open() {
      return new Supervisor(this);
    }
  }
}
