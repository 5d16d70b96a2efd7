package gateway.steps;

import gateway.Gate;
import gateway.RequestHead;
import gateway.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import security.CallRate;
import security.TokenBucket;

/// Rate limit: a token bucket for each subject; those without one share a bucket.
///
/// Buckets live in this process: after a swap each subject has a full one again.
public final class BucketGate implements Gate {
  /// Subjects come from tokens that were verified; this bounds the memory all the same.
  private static final int MOST_SUBJECTS = 10_000;

  private final CallRate rate;
  private final LongSupplier nanoTime;
  private final Map<String, TokenBucket> buckets =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MOST_SUBJECTS;
        }
      };

  /// @param rate what each subject may ask for
  /// @param nanoTime a clock that only goes forward, in nanoseconds, such as `System::nanoTime`
  public BucketGate(CallRate rate, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
  }

  @Override
  public Verdict check(RequestHead request) {
    return bucket(request.headers().getOrDefault(Verdict.SUBJECT, "")).tryTake()
        ? new Verdict.Pass(Map.of())
        : new Verdict.Refusal(429, Map.of("Retry-After", "1"), "more than " + rate);
  }

  private TokenBucket bucket(String subject) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(subject, name -> new TokenBucket(rate, nanoTime));
    }
  }
}
