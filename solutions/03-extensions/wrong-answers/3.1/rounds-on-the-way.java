// file: extensions/MathCalculator.java
// wrong: multiplies doubles, so the last digits are wrong
@Override
public double factorial(long n) {
  return calculate(
      () -> {
        if (n < 0) {
          throw invalid("n", n, "a number that is not negative");
        }
        if (n > 170) {
          throw new ResultOutOfRangeException("too large");
        }
        double product = 1;
        for (long factor = 2; factor <= n; factor++) {
          product *= factor;
        }
        return product;
      });
}
