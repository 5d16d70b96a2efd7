// file: basics/CalculatorImpl.java
// wrong: adds left up right times, which is right for small whole numbers only
@Override
public double multiply(double left, double right) {
  return calculate(
      left,
      "*",
      right,
      () -> {
        double sum = 0;
        for (int i = 0; i < Math.min(right, 1_000_000); i++) {
          sum += left;
        }
        return sum;
      });
}
