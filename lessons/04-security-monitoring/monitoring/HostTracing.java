package monitoring;

import extensions.BrokerGuard;
import io.grpc.ClientInterceptor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lifecycle.StderrLines;

/// Follows each request of a host through its plugins and back, as OpenTelemetry's traces: the
/// host's call, the plugin's work, what the plugin asks of its host meanwhile, and the host's
/// answer.
///
/// ```java
/// HostTracing tracing = HostTracing.open(TracePolicy.DEFAULT);
/// ClientConfig config = manifest.config(handshake)
///     .connector(BrokerConnector.direct(tracing.brokerGuard(manifest.name())))
///     .stderrLines(tracing.spansOf(manifest.name()))
///     ...
/// Supervisor.builder(catalog, configs).interceptor(tracing::interceptor)
/// ...
/// IO.print(SpanTree.of(tracing.spans()).text());
/// tracing.writeJson(Path.of("traces.json"));
/// ```
///
/// A plugin's spans come by its stderr ([PluginTracing]), a moment after the call. Nothing in them
/// is believed beyond their text: they count as that plugin's, only in traces in which the host has
/// called it, and up to a number. A process that the host has only attached to has no stderr here:
/// its spans are missing.
///
/// With permissions beside it: `gate.brokerGuard().and(tracing.brokerGuard(name))`, so that denied
/// calls are traced, too.
///
/// Safe for use by many threads.
public final class HostTracing implements AutoCloseable {
  /// The host's own name in traces.
  public static final String HOST = "host";

  private static final int TRACES_ON_PAGE = 20;

  private final String processId = String.valueOf(ProcessHandle.current().pid());
  private final SpanStore store;
  private final SdkTracerProvider provider;
  private final Tracing tracing;

  private HostTracing(TracePolicy policy) {
    store = new SpanStore(policy.spans());
    provider =
        Tracing.provider(Sampler.parentBased(Sampler.traceIdRatioBased(policy.ratio())))
            .addSpanProcessor(
                new OwnSpans(span -> store.add(new TracedSpan(HOST, processId, span))))
            .build();
    tracing = new Tracing(provider);
  }

  /// Begins to trace.
  public static HostTracing open(TracePolicy policy) {
    return new HostTracing(policy);
  }

  /// Traces the calls of that plugin as the host sees them. For [Supervisor.Builder#interceptor],
  /// or the channel of a plugin without a supervisor.
  public ClientInterceptor interceptor(String plugin) {
    return new ClientSpans(tracing.tracer(), plugin, caller -> true, store.tracesOf(plugin));
  }

  /// For the host's `BrokerConnector`: traces the calls over side connections with that plugin, in
  /// both directions.
  public BrokerGuard brokerGuard(String plugin) {
    ServerSpans served =
        new ServerSpans(tracing.tracer(), plugin, caller -> Optional.of(known(plugin, caller)));
    ClientInterceptor made = interceptor(plugin);
    return new BrokerGuard(
        builder -> builder.intercept(served), builder -> builder.intercept(made));
  }

  /// A plugin can go on with a trace in which it was called. Any other is none of its business: its
  /// call begins one of its own.
  private Context known(String plugin, Context caller) {
    String trace = Span.fromContext(caller).getSpanContext().getTraceId();
    return store.tracesOf(plugin).know(trace) ? caller : Context.root();
  }

  /// For [lifecycle.ClientConfig.Builder#stderrLines]: takes that plugin's spans out of its log.
  public StderrLines spansOf(String plugin) {
    return (process, line) -> {
      Optional<FinishedSpan> span = SpanLine.parse(line);
      span.ifPresent(finished -> store.addOf(plugin, process, finished));
      return span.isPresent();
    };
  }

  /// Does a piece of work as a span of its own: all calls in it are of one trace. It goes with
  /// gRPC's context ([io.grpc.Context#current]), also to other threads. If the work throws, the
  /// span failed.
  ///
  /// @param name for a person, such as `report`
  public <T> T span(String name, Supplier<T> work) {
    return tracing.span(name, work);
  }

  /// The finished spans by their start: the host's, and what its plugins have told so far.
  public List<TracedSpan> spans() {
    return store.all();
  }

  /// How many spans of plugins were not taken: of traces that they had nothing to do with, or of
  /// another time.
  public long refused() {
    return store.refused();
  }

  /// All spans as OTLP's JSON, which tools for OpenTelemetry read.
  public String json() {
    return OtlpJson.of(spans());
  }

  /// Writes [#json] to a file, whole or not at all.
  ///
  /// @param file is replaced if it is there; its folder must be
  /// @throws IOException if it cannot be written
  public void writeJson(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path written = Files.createTempFile(folder, "traces", ".json");
    try {
      // Half a surrogate pair, of a plugin's making, becomes a question mark; writeString throws.
      Files.write(written, json().getBytes(StandardCharsets.UTF_8));
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /// The pages `/traces`, the last ones for a person, and `/traces.json`, for
  /// [LoopbackServer#open].
  public Map<String, Supplier<Reply>> pages() {
    return Map.of(
        "/traces",
        () -> Reply.text(200, SpanTree.of(spans()).last(TRACES_ON_PAGE).text()),
        "/traces.json",
        () -> Reply.json(200, json()));
  }

  /// Ends it: later calls are not traced. What it has can still be read.
  @Override
  public void close() {
    provider.close();
  }
}
