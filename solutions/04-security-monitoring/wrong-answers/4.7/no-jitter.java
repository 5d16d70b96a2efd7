// file: monitoring/Backoff.java
// wrong: who failed together tries again together
public Duration delay(int failures, RandomGenerator random) {
  double bound = base.toNanos() * Math.pow(2, failures - 1);
  return Duration.ofNanos((long) Math.min(limit.toNanos(), bound));
}
