// file: lifecycle/CallStats.java
// wrong: without calls it ends in an ArrayIndexOutOfBoundsException
public static Duration percentile(int percent, long[] sortedNanos) {
  int rank = (int) Math.ceilDiv((long) percent * sortedNanos.length, 100L);
  return Duration.ofNanos(sortedNanos[rank - 1]);
}
