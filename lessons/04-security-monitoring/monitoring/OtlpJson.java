package monitoring;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes spans in OpenTelemetry's own form in JSON (OTLP, `ExportTraceServiceRequest`): a resource
/// for each process, ids in hexadecimal, 64-bit numbers as text.
final class OtlpJson {
  private static final JsonFactory JSON = new JsonFactory();

  private OtlpJson() {}

  /// One process of a host or plugin.
  private record Origin(String service, String id) {}

  static String of(List<TracedSpan> spans) {
    Map<Origin, List<FinishedSpan>> processes = new LinkedHashMap<>();
    for (TracedSpan traced : spans) {
      processes
          .computeIfAbsent(
              new Origin(traced.service(), traced.processId()), origin -> new ArrayList<>())
          .add(traced.span());
    }
    // Characters first: Jackson's own UTF-8 writer refuses half a surrogate pair.
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("resourceSpans");
      processes.forEach((origin, finished) -> write(json, origin, finished));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Origin origin, List<FinishedSpan> spans) {
    json.writeStartObject();
    json.writeObjectPropertyStart("resource");
    writeAttributes(json, resource(origin));
    json.writeEndObject();
    json.writeArrayPropertyStart("scopeSpans");
    json.writeStartObject();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("name", Tracing.SCOPE);
    json.writeEndObject();
    json.writeArrayPropertyStart("spans");
    spans.forEach(span -> write(json, span));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Map<String, Object> resource(Origin origin) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("service.name", origin.service());
    attributes.put("service.instance.id", origin.id());
    try {
      attributes.put("process.pid", Long.valueOf(origin.id()));
    } catch (NumberFormatException ignored) {
      // A runner of the host's own has ids of its own, such as a container's.
    }
    return attributes;
  }

  private static void write(JsonGenerator json, FinishedSpan span) {
    json.writeStartObject();
    json.writeStringProperty("traceId", span.traceId());
    json.writeStringProperty("spanId", span.spanId());
    if (!span.parentSpanId().isEmpty()) {
      json.writeStringProperty("parentSpanId", span.parentSpanId());
    }
    json.writeStringProperty("name", span.name());
    json.writeNumberProperty("kind", number(span.kind()));
    json.writeStringProperty("startTimeUnixNano", String.valueOf(span.startNanos()));
    json.writeStringProperty("endTimeUnixNano", String.valueOf(span.endNanos()));
    writeAttributes(json, span.attributes());
    json.writeObjectPropertyStart("status");
    if (span.status() != StatusCode.UNSET) {
      json.writeNumberProperty("code", span.failed() ? 2 : 1);
      json.writeStringProperty("message", span.statusText());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static int number(SpanKind kind) {
    return switch (kind) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }

  private static void writeAttributes(JsonGenerator json, Map<String, Object> attributes) {
    json.writeArrayPropertyStart("attributes");
    attributes.forEach(
        (key, value) -> {
          json.writeStartObject();
          json.writeStringProperty("key", key);
          json.writeObjectPropertyStart("value");
          writeValue(json, value);
          json.writeEndObject();
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private static void writeValue(JsonGenerator json, Object value) {
    switch (value) {
      case Long number -> json.writeStringProperty("intValue", number.toString());
      case Boolean flag -> json.writeBooleanProperty("boolValue", flag);
      case Double number when Double.isFinite(number) ->
          json.writeNumberProperty("doubleValue", number);
      default -> json.writeStringProperty("stringValue", String.valueOf(value));
    }
  }
}
