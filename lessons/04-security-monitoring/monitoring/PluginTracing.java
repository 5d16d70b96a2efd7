package monitoring;

import extensions.BrokerGuard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lifecycle.ServeConfig;

/// A plugin's side of its host's traces: what the plugin does for a traced call, and asks of its
/// host meanwhile, is told to the host.
///
/// ```java
/// PluginTracing tracing = PluginTracing.toHost();
/// PluginServer.serve(
///     tracing.on(
///         ServeConfig.of(handshake, services)
///             .withConnector(BrokerConnector.forPlugin(tracing.brokerGuard()))));
/// ```
///
/// The plugin never begins a trace: a call that its host does not trace costs nothing and leaves
/// nothing. Finished spans go to stderr within a tenth of a second, off the call's path; of those
/// that wait, up to 2,048 are kept and more are lost. A plugin that is killed takes its last ones
/// along.
///
/// Safe for use by many threads.
public final class PluginTracing {
  private static final Duration SEND_AFTER = Duration.ofMillis(100);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final SdkTracerProvider provider;
  private final Tracing tracing;

  private PluginTracing(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracing = new Tracing(provider);
  }

  /// Tells the host by way of the plugin's log, until the process ends.
  public static PluginTracing toHost() {
    PluginTracing tracing =
        new PluginTracing(
            Tracing.provider(Sampler.parentBased(Sampler.alwaysOff()))
                .addSpanProcessor(
                    BatchSpanProcessor.builder(new SpanLog()).setScheduleDelay(SEND_AFTER).build())
                .build());
    Runtime.getRuntime().addShutdownHook(new Thread(tracing::end, "end-tracing"));
    return tracing;
  }

  private void end() {
    provider.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// That configuration, with the host's calls traced.
  public ServeConfig on(ServeConfig config) {
    ServerSpans spans = new ServerSpans(tracing.tracer(), "", PluginTracing::onlyTraced);
    return config.withServer(config.server().andThen(builder -> builder.intercept(spans)));
  }

  private static Optional<Context> onlyTraced(Context caller) {
    return Span.fromContext(caller).getSpanContext().isValid()
        ? Optional.of(caller)
        : Optional.empty();
  }

  /// For the plugin's `BrokerConnector`: traces the calls over side connections, in both
  /// directions.
  public BrokerGuard brokerGuard() {
    ServerSpans served = new ServerSpans(tracing.tracer(), "", PluginTracing::onlyTraced);
    ClientSpans made =
        new ClientSpans(
            tracing.tracer(), "", caller -> onlyTraced(caller).isPresent(), new CalledTraces(0));
    return new BrokerGuard(
        builder -> builder.intercept(served), builder -> builder.intercept(made));
  }

  /// Does a piece of work as a span of its own, a part of the call that this thread works on
  /// ([io.grpc.Context#current]). If the work throws, the span failed. Without a traced call it is
  /// only done.
  ///
  /// @param name for a person, such as `sieve`
  public <T> T span(String name, Supplier<T> work) {
    return tracing.span(name, work);
  }
}
