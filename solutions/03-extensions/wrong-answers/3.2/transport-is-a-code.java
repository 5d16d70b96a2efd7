// file: extensions/ErrorToStatus.java
// wrong: sends a transport error as if the calculator had said it
public static StatusRuntimeException map(CalculatorException error) {
  Status.Code code = code(error);
  CalculatorError data =
      error.error().orElseGet(() -> CalculatorError.of("UNAVAILABLE", error.getMessage()));
  CalculatorError small = ErrorSize.fitting(data);
  return StatusProto.toStatusRuntimeException(message(code, small), trailers(small));
}
