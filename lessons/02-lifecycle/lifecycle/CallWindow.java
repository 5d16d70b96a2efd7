package lifecycle;

import io.grpc.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// What is kept of one method's calls: how many ended how, and how long the last ones took.
///
/// Safe for use by many threads. Its size does not grow with the number of calls.
final class CallWindow {
  private final long[] nanos = new long[CallMetrics.RECENT_CALLS];
  private final Map<Status.Code, Long> outcomes = new EnumMap<>(Status.Code.class);
  private long calls;

  synchronized void add(Status.Code outcome, long tookNanos) {
    outcomes.merge(outcome, 1L, Long::sum);
    nanos[(int) (calls % nanos.length)] = tookNanos;
    calls++;
  }

  synchronized Map<Status.Code, Long> outcomes() {
    return new EnumMap<>(outcomes);
  }

  synchronized long[] recentNanos() {
    return Arrays.copyOf(nanos, (int) Math.min(calls, nanos.length));
  }
}
