// file: basics/CalculatorClient.java
// wrong: the host multiplies, and the plugin is never asked
@Override
public double multiply(double left, double right) {
  return left * right;
}
