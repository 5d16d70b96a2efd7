// file: lifecycle/CallStats.java
// wrong: 0.55 * 100 is a little more than 55, so the rank is 56
public static Duration percentile(int percent, long[] sortedNanos) {
  if (sortedNanos.length == 0) {
    return Duration.ZERO;
  }
  int rank = (int) Math.ceil(percent / 100.0 * sortedNanos.length);
  return Duration.ofNanos(sortedNanos[rank - 1]);
}
