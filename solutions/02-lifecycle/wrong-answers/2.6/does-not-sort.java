// file: lifecycle/CallStats.java
// wrong: the times are not sorted
public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
  long count = outcomes.values().stream().mapToLong(Long::longValue).sum();
  long errors = count - outcomes.getOrDefault(Status.Code.OK, 0L);
  return new CallStats(
      count,
      errors,
      percentile(50, recentNanos),
      percentile(95, recentNanos),
      percentile(99, recentNanos));
}
