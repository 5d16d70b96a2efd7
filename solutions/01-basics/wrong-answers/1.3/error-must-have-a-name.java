// file: basics/StatusToCalculatorError.java
// wrong: trailers without an error's name end in a NullPointerException
private static String errorName(@Nullable Metadata trailers) {
  return trailers == null ? "" : trailers.get(CalculatorErrorToStatus.ERROR_NAME);
}
