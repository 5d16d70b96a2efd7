// file: monitoring/Backoff.java
// wrong: waits at least half the bound
public Duration delay(int failures, RandomGenerator random) {
  long bound = base.toNanos();
  for (int i = 1; i < failures && bound < limit.toNanos(); i++) {
    bound = Math.min(limit.toNanos(), 2 * bound);
  }
  return Duration.ofNanos(bound / 2 + random.nextLong(bound / 2 + 1));
}
