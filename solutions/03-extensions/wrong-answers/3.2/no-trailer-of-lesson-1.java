// file: extensions/ErrorToStatus.java
// wrong: hosts of lesson 1 no longer learn the error's name
private static Metadata trailers(CalculatorError error) {
  return new Metadata();
}
