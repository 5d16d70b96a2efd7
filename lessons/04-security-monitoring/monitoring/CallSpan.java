package monitoring;

import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The span of a call on one of its sides. It ends once: the first status counts. Safe for use by
/// many threads.
final class CallSpan {
  /// The services of the protocol itself, go-plugin's and gRPC's: some of their calls last as long
  /// as the plugin, and none of them is a part of a request.
  private static final List<String> PROTOCOL =
      List.of(
          "plugin.GRPCBroker/",
          "plugin.GRPCController/",
          "plugin.GRPCStdio/",
          "grpc.health.v1.Health/");

  private final Context context;
  private final Span span;
  private final AtomicBoolean ended = new AtomicBoolean();

  private CallSpan(Context context, Span span) {
    this.context = context;
    this.span = span;
  }

  /// Whether calls of that method are traced.
  static boolean isTraced(String method) {
    return PROTOCOL.stream().noneMatch(method::startsWith);
  }

  /// Begins.
  ///
  /// @param method the full name, such as `course.calculator.v1.Calculator/Add`
  /// @param plugin who is on the other side; empty if it is the host
  /// @param caller what the call is a part of
  static CallSpan start(
      Tracer tracer, SpanKind kind, String method, String plugin, Context caller) {
    int slash = method.indexOf('/');
    Span span =
        tracer
            .spanBuilder(method)
            .setSpanKind(kind)
            .setParent(caller)
            .setAttribute("rpc.system", "grpc")
            .setAttribute("rpc.service", method.substring(0, Math.max(slash, 0)))
            .setAttribute("rpc.method", method.substring(slash + 1))
            .startSpan();
    if (!plugin.isEmpty()) {
      span.setAttribute("plugin.name", plugin);
    }
    return new CallSpan(caller.with(span), span);
  }

  /// The context of all that is done for the call.
  Context context() {
    return context;
  }

  SpanContext id() {
    return span.getSpanContext();
  }

  /// Ends.
  ///
  /// @return false if it has ended before; nothing has changed then
  boolean end(Status status) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    span.setAttribute("rpc.grpc.status_code", status.getCode().value());
    if (!status.isOk()) {
      String reason = status.getDescription();
      span.setStatus(StatusCode.ERROR, status.getCode() + (reason == null ? "" : ": " + reason));
    }
    span.end();
    return true;
  }
}
