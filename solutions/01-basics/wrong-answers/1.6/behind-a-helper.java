// file: Host.java
// wrong: the type in the signature is the contract's, but Host still makes the plugin's calculator
double expectedSum(double left, double right) {
  Calculator twin = twin();
  twin.initialize();
  return twin.add(left, right);
}

static Calculator twin() {
  return new basics.CalculatorImpl();
}
