package monitoring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The finished spans of a host and its plugins, the newest of each: whatever one plugin sends, it
/// displaces nothing but what it has sent itself. Safe for use by many threads.
final class SpanStore {
  /// How far a plugin's clock may be off before its spans are none.
  private static final long TOLERANCE_NANOS = Duration.ofMinutes(1).toNanos();

  private final int limit;
  private final long openedNanos = nowNanos();
  private final Map<String, Deque<TracedSpan>> spans = new ConcurrentHashMap<>();
  private final Map<String, CalledTraces> traces = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();

  /// @param limit how many spans of each side are kept
  SpanStore(int limit) {
    this.limit = limit;
  }

  private static long nowNanos() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  /// The traces that a plugin has to do with.
  CalledTraces tracesOf(String plugin) {
    return traces.computeIfAbsent(plugin, name -> new CalledTraces(limit));
  }

  /// Takes a span that a plugin tells of, if it may: one of a trace in which the host has called
  /// it, and of this host's time.
  void addOf(String plugin, String processId, FinishedSpan span) {
    boolean timely =
        span.startNanos() >= openedNanos - TOLERANCE_NANOS
            && span.endNanos() <= nowNanos() + TOLERANCE_NANOS;
    if (timely && tracesOf(plugin).know(span.traceId())) {
      add(new TracedSpan(plugin, processId, span));
    } else {
      refused.incrementAndGet();
    }
  }

  void add(TracedSpan span) {
    Deque<TracedSpan> kept = spans.computeIfAbsent(span.service(), service -> new ArrayDeque<>());
    synchronized (kept) {
      kept.addLast(span);
      if (kept.size() > limit) {
        kept.removeFirst();
      }
    }
  }

  /// All of them, by their start.
  List<TracedSpan> all() {
    List<TracedSpan> all = new ArrayList<>();
    for (Deque<TracedSpan> kept : spans.values()) {
      synchronized (kept) {
        all.addAll(kept);
      }
    }
    all.sort(Comparator.comparingLong(traced -> traced.span().startNanos()));
    return List.copyOf(all);
  }

  /// How many spans of plugins were not taken.
  long refused() {
    return refused.get();
  }
}
