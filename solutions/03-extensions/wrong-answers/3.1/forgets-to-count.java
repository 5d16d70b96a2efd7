// file: extensions/MathCalculator.java
// wrong: computes right, but counts nothing and works before initialize
@Override
public double sqrt(double value) {
  requireFinite("value", value);
  if (value < 0) {
    throw invalid("value", value, "a number that is not negative");
  }
  return StrictMath.sqrt(value);
}
