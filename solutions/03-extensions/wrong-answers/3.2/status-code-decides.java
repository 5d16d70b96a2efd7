// file: extensions/StatusToError.java
// wrong: goes by the status code, so a transport error with that code is one of the calculator
public static CalculatorException map(String operation, StatusRuntimeException failure) {
  Optional<CalculatorError> error = read(failure);
  if (error.isEmpty() && failure.getStatus().getCode() == io.grpc.Status.Code.OUT_OF_RANGE) {
    return new ResultOutOfRangeException("out of range");
  }
  return error
      .map(StatusToError::exception)
      .orElseGet(() -> StatusToCalculatorError.map(operation, failure));
}
