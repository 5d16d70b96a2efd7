// file: basics/CalculatorImpl.java
// wrong: the divisor is looked at before calculate, so a division by zero counts neither as call nor as error
@Override
public double divide(double left, double right) {
  if (right == 0) {
    throw new DivisionByZeroException(left + " / " + right);
  }
  return calculate(left, "/", right, () -> left / right);
}
