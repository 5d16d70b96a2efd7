// file: basics/StatusToCalculatorError.java
// wrong: a failure that the stub made up has no trailers, and ends in a NullPointerException
private static String errorName(@Nullable Metadata trailers) {
  String name = trailers.get(CalculatorErrorToStatus.ERROR_NAME);
  return name == null ? "" : name;
}
