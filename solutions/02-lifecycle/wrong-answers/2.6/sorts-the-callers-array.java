// file: lifecycle/CallStats.java
// wrong: the given times are put in another order
public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
  long count = outcomes.values().stream().mapToLong(Long::longValue).sum();
  long errors = count - outcomes.getOrDefault(Status.Code.OK, 0L);
  Arrays.sort(recentNanos);
  return new CallStats(
      count,
      errors,
      percentile(50, recentNanos),
      percentile(95, recentNanos),
      percentile(99, recentNanos));
}
