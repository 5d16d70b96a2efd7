package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Counts and measures a host's plugins for Prometheus.
///
/// | name | labels | |
/// |---|---|---|
/// | `plugin_calls_seconds` | plugin, method, code | histogram of the calls that ended |
/// | `plugin_call_errors_total` | plugin, method | calls that did not end with `OK` |
/// | `plugin_restarts_total` | plugin | restarts, and standbys that took over |
/// | `plugin_up` | plugin | 1 if it can be called now, else 0 |
/// | `plugin_quarantined` | plugin | 1 if it is, else 0 |
/// | `plugin_process_cpu_seconds_total` | plugin | of its process and what that started |
/// | `plugin_process_resident_bytes` | plugin | likewise; no number where none is known |
///
/// ```java
/// PluginMeters meters = new PluginMeters();
/// try (Supervisor supervisor = builder.interceptor(meters::interceptor).open()) {
///   meters.watch(supervisor);
///   LoopbackServer.open(9_464, meters.pages());
/// ```
///
/// Safe for use by many threads. Close it after the supervisor.
public final class PluginMeters implements AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(250_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, RecentCalls> recent = new ConcurrentHashMap<>();

  /// Measures the calls of that plugin as the host sees them. For [Supervisor.Builder#interceptor].
  public ClientInterceptor interceptor(String plugin) {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new MeasuredCall<>(next.newCall(method, options), plugin, method);
      }
    };
  }

  private final class MeasuredCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final String plugin;
    private final String method;

    MeasuredCall(ClientCall<Q, A> call, String plugin, MethodDescriptor<Q, A> method) {
      super(call);
      this.plugin = plugin;
      this.method = method.getFullMethodName();
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      long startNanos = System.nanoTime();
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              long nanos = System.nanoTime() - startNanos;
              record(plugin, method, status.getCode(), nanos);
              recent(plugin).add(nanos, status.isOk());
              super.onClose(status, trailers);
            }
          },
          headers);
    }
  }

  /// Takes in a call that has ended.
  ///
  /// Exercise 4.6, with [ProcessUsage#residentBytes]. Two meters of this object's registry:
  ///
  /// - the timer `plugin.calls` with the tags `plugin`, `method` and `code` (the status's name,
  ///   such as `OK`) takes the time; its histogram has the bounds [#BUCKETS]
  ///   (`serviceLevelObjectives`), so that Prometheus can work out percentiles over many hosts
  /// - the counter `plugin.call.errors` with the tags `plugin` and `method` counts the call if its
  ///   code is not `OK`. It is there, as zero, from the first call on: Prometheus cannot tell "no
  ///   error yet" from "nobody counts"
  ///
  /// `register` returns the meter that is there already if there is one: no map is needed.
  @Exercise("4.6")
  private void record(String plugin, String method, Status.Code code, long nanos) {
    ExerciseNotDone.report("4.6");
  }

  /// The calls of that plugin's last minute, for a page: no Prometheus is needed to read them.
  public RecentCalls recent(String plugin) {
    return recent.computeIfAbsent(plugin, name -> new RecentCalls());
  }

  /// Tells of the supervisor's plugins from now on.
  public void watch(Supervisor supervisor) {
    for (SupervisedStatus status : supervisor.statuses()) {
      watch(status.plugin(), () -> supervisor.status(status.plugin()));
    }
  }

  private void watch(String plugin, Supplier<SupervisedStatus> status) {
    FunctionCounter.builder("plugin.restarts", status, now -> now.get().restarts())
        .description("Restarts, and standbys that took over")
        .tag("plugin", plugin)
        .register(meters);
    gauge("plugin.up", plugin, status, now -> now.condition().canServe() ? 1 : 0);
    gauge(
        "plugin.quarantined",
        plugin,
        status,
        now -> now.condition() == Condition.QUARANTINED ? 1 : 0);
    FunctionCounter.builder(
            "plugin.process.cpu.seconds", status, now -> usage(now.get()).cpu().toNanos() / 1e9)
        .description("Processor time of the plugin's process and what it started")
        .tag("plugin", plugin)
        .register(meters);
    gauge(
        "plugin.process.resident.bytes",
        plugin,
        status,
        now -> {
          ProcessUsage usage = usage(now);
          return usage.residentBytes().isPresent() ? usage.residentBytes().getAsLong() : Double.NaN;
        });
  }

  private void gauge(
      String name,
      String plugin,
      Supplier<SupervisedStatus> status,
      ToDoubleFunction<SupervisedStatus> value) {
    Gauge.builder(name, status, now -> value.applyAsDouble(now.get()))
        .tag("plugin", plugin)
        .strongReference(true)
        .register(meters);
  }

  private static ProcessUsage usage(SupervisedStatus status) {
    return status.processId().map(ProcessUsage::of).orElse(ProcessUsage.NONE);
  }

  /// All figures, as Prometheus reads them.
  public String scrape() {
    return meters.scrape();
  }

  /// The page `/metrics`, for [LoopbackServer#open].
  public Map<String, Supplier<Reply>> pages() {
    return Map.of(
        "/metrics", () -> new Reply(200, "text/plain; version=0.0.4; charset=utf-8", scrape()));
  }

  /// Forgets all figures.
  @Override
  public void close() {
    meters.close();
  }
}
