// file: basics/CalculatorImpl.java
// wrong: division by zero answers NaN or Infinity, as Java's own / does, and no typed error
@Override
public double divide(double left, double right) {
  synchronized (lock) {
    calls++;
    requireInitialized();
    return left / right;
  }
}
