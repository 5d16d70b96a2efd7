// file: basics/StatusToCalculatorError.java
// wrong: a failure without trailers ends in a NullPointerException
private static String errorName(@Nullable Metadata trailers) {
  return trailers.get(CalculatorErrorToStatus.ERROR_NAME);
}
