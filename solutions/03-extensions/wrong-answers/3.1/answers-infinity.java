// file: extensions/MathCalculator.java
// wrong: a power that overflows is infinite, as Java has it
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
        if (base == 0 && exponent < 0) {
          throw new DivisionByZeroException("divides by zero");
        }
        return result;
      });
}
