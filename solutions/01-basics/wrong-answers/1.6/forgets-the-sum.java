// file: Host.java
// wrong: the boundary holds, but the host no longer knows what the sum should be
double expectedSum(double left, double right) {
  return 13;
}
