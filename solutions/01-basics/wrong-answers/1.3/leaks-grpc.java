// file: basics/CalculatorClient.java
// wrong: a StatusRuntimeException reaches the host, and there is no deadline
@Override
public double divide(double left, double right) {
  return stub.divide(operands(left, right)).getValue();
}
