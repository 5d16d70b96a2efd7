// file: extensions/MathCalculator.java
// wrong: an inverse power of zero is told as too large, though it divides by zero
@Override
public double power(double base, double exponent) {
  return calculate(
      () -> {
        requireFinite("base", base);
        requireFinite("exponent", exponent);
        double result = StrictMath.pow(base, exponent);
        if (Double.isNaN(result)) {
          throw invalid("exponent", exponent, "a whole number, as the base is negative");
        }
        if (Double.isInfinite(result)) {
          throw new ResultOutOfRangeException("too large");
        }
        return result;
      });
}
