// file: monitoring/Backoff.java
// wrong: takes the chance from elsewhere
public Duration delay(int failures, RandomGenerator random) {
  double bound = Math.min(limit.toNanos(), base.toNanos() * Math.pow(2, failures - 1));
  return Duration.ofNanos((long) (Math.random() * bound));
}
