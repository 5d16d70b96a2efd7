// file: extensions/ErrorToStatus.java
// wrong: sends an error of any length; gRPC refuses long trailers
public static StatusRuntimeException map(CalculatorException error) {
  Status.Code code = code(error);
  return error
      .error()
      .map(data -> StatusProto.toStatusRuntimeException(message(code, data), trailers(data)))
      .orElseGet(() -> code.toStatus().withDescription(error.getMessage()).asRuntimeException());
}
