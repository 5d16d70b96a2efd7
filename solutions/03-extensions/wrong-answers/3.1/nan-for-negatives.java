// file: extensions/MathCalculator.java
// wrong: the root of a negative number is NaN, as Java has it
public double sqrt(double value) {
  return calculate(() -> StrictMath.sqrt(value));
}
