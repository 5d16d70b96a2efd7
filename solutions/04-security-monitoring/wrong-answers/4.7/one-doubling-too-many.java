// file: monitoring/Backoff.java
// wrong: begins with twice the base
public Duration delay(int failures, RandomGenerator random) {
  double bound = Math.min(limit.toNanos(), base.toNanos() * Math.pow(2, failures));
  return Duration.ofNanos(random.nextLong((long) bound + 1));
}
