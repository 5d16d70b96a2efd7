// file: basics/CalculatorClient.java
// wrong: left and right change places
@Override
public double divide(double left, double right) {
  Result result = call("divide", stub -> stub.divide(operands(right, left)));
  return result.getValue();
}
