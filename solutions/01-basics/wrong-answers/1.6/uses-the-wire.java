// file: Host.java
// wrong: adds within a generated message, so that a type of the wire crosses the adapter
// import course.calculator.v1.Result;
double expectedSum(double left, double right) {
  return Result.newBuilder().setValue(left + right).build().getValue();
}
