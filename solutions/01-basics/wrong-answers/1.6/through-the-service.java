// file: Host.java
// wrong: asks the plugin's adapter instead of its calculator, which is on the plugin's side as well
double expectedSum(double left, double right) {
  basics.CalculatorService service = new basics.CalculatorService(null);
  return service.bindService() == null ? 0 : left + right;
}
