// file: basics/CalculatorImpl.java
// wrong: the message does not tell the calculation
@Override
public double divide(double left, double right) {
  return calculate(
      left,
      "/",
      right,
      () -> {
        if (right == 0) {
          throw new DivisionByZeroException("division by zero");
        }
        return left / right;
      });
}
