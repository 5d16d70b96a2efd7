package monitoring;

import io.grpc.Metadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/// Where a request's trace is carried.
///
/// Within a process it goes with gRPC's own context, as a call's deadline and cancellation do: code
/// that takes those to another thread takes the trace along. Between processes it is the header
/// `traceparent` of W3C's Trace Context.
final class TraceContext {
  private static final io.grpc.Context.Key<Context> KEY = io.grpc.Context.key("trace");
  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

  private TraceContext() {}

  /// What the current work belongs to; the root context if no one traces it.
  ///
  /// A piece of work within a request is known to its thread as well, where OpenTelemetry looks: a
  /// client may put a request's own context in place of gRPC's current one.
  static Context current() {
    Context context = KEY.get();
    Context carried = context == null ? Context.root() : context;
    Context here = Context.current();
    return id(here).isValid() && (context == null || isSameTrace(here, carried)) ? here : carried;
  }

  private static boolean isSameTrace(Context one, Context other) {
    return id(one).getTraceId().equals(id(other).getTraceId());
  }

  private static SpanContext id(Context context) {
    return Span.fromContext(context).getSpanContext();
  }

  /// gRPC's current context, and the trace in it.
  static io.grpc.Context with(Context context) {
    return io.grpc.Context.current().withValue(KEY, context);
  }

  /// Adds the trace to a call's headers.
  static void write(Context context, Metadata headers) {
    W3C.inject(context, headers, new Setter());
  }

  /// The caller's trace; the root context if the headers name none.
  static Context read(Metadata headers) {
    return W3C.extract(Context.root(), headers, new Getter());
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private static final class Setter implements TextMapSetter<Metadata> {
    @Override
    public void set(@Nullable Metadata headers, String name, String value) {
      if (headers != null) {
        // Headers may be another call's, sent on.
        headers.discardAll(key(name));
        headers.put(key(name), value);
      }
    }
  }

  private static final class Getter implements TextMapGetter<Metadata> {
    @Override
    public @Nullable String get(@Nullable Metadata headers, String name) {
      return headers == null ? null : headers.get(key(name));
    }
  }
}
