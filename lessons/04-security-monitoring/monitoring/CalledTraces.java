package monitoring;

import io.opentelemetry.api.trace.SpanContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which traces a plugin has to do with: those of the calls that it works on, and the last ones
/// that it has worked on. A plugin can tell of no other trace. Safe for use by many threads.
final class CalledTraces {
  private final Map<String, Integer> open = new HashMap<>();
  private final Map<String, Boolean> recent;

  /// @param remembered how many of the traces that are over
  CalledTraces(int remembered) {
    recent =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > remembered;
          }
        };
  }

  /// A call goes out.
  synchronized void begin(SpanContext call) {
    open.merge(call.getTraceId(), 1, Integer::sum);
  }

  /// It is over. What the plugin has to tell of it may come later, if it tells anything.
  synchronized void end(SpanContext call) {
    String trace = call.getTraceId();
    open.computeIfPresent(trace, (id, calls) -> calls == 1 ? null : calls - 1);
    if (call.isSampled()) {
      recent.put(trace, true);
    }
  }

  synchronized boolean know(String traceId) {
    return open.containsKey(traceId) || recent.containsKey(traceId);
  }
}
