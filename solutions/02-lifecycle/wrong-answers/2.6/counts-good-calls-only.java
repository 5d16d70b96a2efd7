// file: lifecycle/CallStats.java
// wrong: the count leaves out the calls that failed
public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
  long count = outcomes.getOrDefault(Status.Code.OK, 0L);
  long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
  long[] sorted = recentNanos.clone();
  Arrays.sort(sorted);
  return new CallStats(
      count, all - count, percentile(50, sorted), percentile(95, sorted), percentile(99, sorted));
}
