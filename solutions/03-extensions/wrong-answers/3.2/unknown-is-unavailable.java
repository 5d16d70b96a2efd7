// file: extensions/StatusToError.java
// wrong: a code that it does not know is a transport error, and what the plugin said is lost
public static CalculatorException map(String operation, StatusRuntimeException failure) {
  return read(failure)
      .map(StatusToError::exception)
      .filter(error -> !(error instanceof CodedCalculatorException))
      .orElseGet(() -> StatusToCalculatorError.map(operation, failure));
}
