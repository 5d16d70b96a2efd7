package monitoring;

import ch.qos.logback.classic.Level;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Sends a plugin's spans to its host: a log line each ([SpanLine]), at TRACE, so that a host that
/// does not take them out of the log does not see them by default.
final class SpanLog implements SpanExporter {
  private final Logger logger = LoggerFactory.getLogger(SpanLine.MODULE);

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    // The plugin's level is about what its code logs; it is set when the plugin begins to serve.
    if (logger instanceof ch.qos.logback.classic.Logger own) {
      own.setLevel(Level.TRACE);
    }
    for (SpanData span : spans) {
      log(FinishedSpan.of(span));
    }
    return CompletableResultCode.ofSuccess();
  }

  private void log(FinishedSpan span) {
    LoggingEventBuilder line = logger.atTrace();
    for (Map.Entry<String, Object> member : SpanLine.members(span).entrySet()) {
      line = line.addKeyValue(member.getKey(), member.getValue());
    }
    line.log(span.name());
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
