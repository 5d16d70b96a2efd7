// file: basics/Network.java
// wrong: hides the plugin's calculator behind a class that Host may use
public static Optional<Network> ofWireName(String name) {
  expectedSum(0, 0);
  return Arrays.stream(values()).filter(network -> network.wireName().equals(name)).findFirst();
}

public static double expectedSum(double left, double right) {
  CalculatorImpl twin = new CalculatorImpl();
  twin.initialize();
  return twin.add(left, right);
}
