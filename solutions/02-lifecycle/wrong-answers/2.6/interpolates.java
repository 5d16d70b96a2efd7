// file: lifecycle/CallStats.java
// wrong: a percentile lies between two values
public static Duration percentile(int percent, long[] sortedNanos) {
  if (sortedNanos.length == 0) {
    return Duration.ZERO;
  }
  double rank = percent / 100.0 * (sortedNanos.length - 1);
  int below = (int) rank;
  int above = Math.min(below + 1, sortedNanos.length - 1);
  double part = rank - below;
  return Duration.ofNanos(
      Math.round(sortedNanos[below] * (1 - part) + sortedNanos[above] * part));
}
