// file: monitoring/Backoff.java
// wrong: doubles until the number overflows
public Duration delay(int failures, RandomGenerator random) {
  long bound = Math.min(limit.toNanos(), base.toNanos() << (failures - 1));
  return Duration.ofNanos(random.nextLong(Math.max(0, bound) + 1));
}
