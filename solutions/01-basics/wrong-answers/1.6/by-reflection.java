// file: Host.java
// wrong: loads the plugin's class by its name, where no import gives it away
double expectedSum(double left, double right) {
  try {
    Calculator twin =
        (Calculator) Class.forName("basics.CalculatorImpl").getConstructor().newInstance();
    twin.initialize();
    return twin.add(left, right);
  } catch (ReflectiveOperationException e) {
    throw new IllegalStateException(e);
  }
}
