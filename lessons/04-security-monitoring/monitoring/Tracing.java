package monitoring;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.function.Supplier;

/// What both sides' tracing shares. Safe for use by many threads.
final class Tracing {
  /// The name under which all spans are made.
  static final String SCOPE = "course.plugins";

  private final Tracer tracer;

  Tracing(SdkTracerProvider provider) {
    this.tracer = provider.get(SCOPE);
  }

  static SdkTracerProviderBuilder provider(Sampler sampler) {
    return SdkTracerProvider.builder()
        .setSampler(sampler)
        .setSpanLimits(
            SpanLimits.builder()
                .setMaxNumberOfAttributes(FinishedSpan.ATTRIBUTE_LIMIT)
                .setMaxAttributeValueLength(FinishedSpan.TEXT_LIMIT)
                .build());
  }

  Tracer tracer() {
    return tracer;
  }

  /// Does work as a span of the current trace, or of a new one.
  <T> T span(String name, Supplier<T> task) {
    Context caller = TraceContext.current();
    Span span = tracer.spanBuilder(name).setParent(caller).startSpan();
    Context work = caller.with(span);
    io.grpc.Context within = TraceContext.with(work);
    io.grpc.Context before = within.attach();
    try (Scope _ = work.makeCurrent()) {
      return task.get();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR, e.toString());
      throw e;
    } finally {
      within.detach(before);
      span.end();
    }
  }
}
