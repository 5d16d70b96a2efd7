// file: extensions/MathCalculator.java
// wrong: finds out that the product is too large when it has multiplied all of it
@Override
public double factorial(long n) {
  return calculate(
      () -> {
        if (n < 0) {
          throw invalid("n", n, "a number that is not negative");
        }
        double product = 1;
        BigInteger exact = BigInteger.ONE;
        for (long factor = 2; factor <= n; factor++) {
          product *= factor;
          exact = factor <= 170 ? exact.multiply(BigInteger.valueOf(factor)) : exact;
        }
        if (Double.isInfinite(product)) {
          throw new ResultOutOfRangeException("too large");
        }
        return exact.doubleValue();
      });
}
