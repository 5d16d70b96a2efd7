// file: lifecycle/CallStats.java
// wrong: the count is that of the recent times, not of all calls
public static CallStats of(Map<Status.Code, Long> outcomes, long[] recentNanos) {
  long count = recentNanos.length;
  long errors = count - outcomes.getOrDefault(Status.Code.OK, 0L);
  long[] sorted = recentNanos.clone();
  Arrays.sort(sorted);
  return new CallStats(
      count, errors, percentile(50, sorted), percentile(95, sorted), percentile(99, sorted));
}
