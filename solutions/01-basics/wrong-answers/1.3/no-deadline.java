// file: basics/CalculatorClient.java
// wrong: errors are mapped, but a plugin that does not answer keeps the host waiting for ever
@Override
public double divide(double left, double right) {
  try {
    return stub.divide(operands(left, right)).getValue();
  } catch (StatusRuntimeException e) {
    throw StatusToCalculatorError.map("divide", e);
  }
}
