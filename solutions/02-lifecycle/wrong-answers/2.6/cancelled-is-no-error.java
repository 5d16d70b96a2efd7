// file: lifecycle/CallStats.java
// wrong: a cancelled call is no error
public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
  long count = outcomes.values().stream().mapToLong(Long::longValue).sum();
  long errors =
      count
          - outcomes.getOrDefault(Status.Code.OK, 0L)
          - outcomes.getOrDefault(Status.Code.CANCELLED, 0L);
  long[] sorted = recentNanos.clone();
  Arrays.sort(sorted);
  return new CallStats(
      count, errors, percentile(50, sorted), percentile(95, sorted), percentile(99, sorted));
}
