package monitoring;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.function.Consumer;

/// Hands on each recorded span as soon as it has ended.
record OwnSpans(Consumer<FinishedSpan> to) implements SpanProcessor {
  @Override
  public void onStart(Context caller, ReadWriteSpan span) {
    // The end tells all.
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled()) {
      to.accept(FinishedSpan.of(span.toSpanData()));
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
