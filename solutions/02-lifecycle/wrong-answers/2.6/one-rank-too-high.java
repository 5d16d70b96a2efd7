// file: lifecycle/CallStats.java
// wrong: of 10, 20, 30 and 40 the 50th percentile is 30
public static Duration percentile(int percent, long[] sortedNanos) {
  if (sortedNanos.length == 0) {
    return Duration.ZERO;
  }
  int index = percent * sortedNanos.length / 100;
  return Duration.ofNanos(sortedNanos[Math.min(index, sortedNanos.length - 1)]);
}
