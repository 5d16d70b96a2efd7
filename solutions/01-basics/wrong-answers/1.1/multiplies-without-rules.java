// file: basics/CalculatorImpl.java
// wrong: the product is neither counted nor are operands and result looked at
@Override
public double multiply(double left, double right) {
  return left * right;
}
