// file: basics/CalculatorImpl.java
// wrong: Double.equals tells 0.0 from -0.0, so a division by -0.0 is out of range and not by zero
@Override
public double divide(double left, double right) {
  return calculate(
      left,
      "/",
      right,
      () -> {
        if (Double.valueOf(right).equals(0.0)) {
          throw new DivisionByZeroException(left + " / " + right);
        }
        return left / right;
      });
}
