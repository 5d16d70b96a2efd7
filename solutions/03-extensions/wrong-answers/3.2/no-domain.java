// file: extensions/ErrorToStatus.java
// wrong: does not say whose codes these are
private static com.google.rpc.Status message(Status.Code code, CalculatorError error) {
  ErrorInfo info =
      ErrorInfo.newBuilder().setReason(error.code()).putAllMetadata(error.details()).build();
  com.google.rpc.Status.Builder status =
      com.google.rpc.Status.newBuilder()
          .setCode(code.value())
          .setMessage(error.message())
          .addDetails(Any.pack(info));
  if (!error.violations().isEmpty()) {
    status.addDetails(Any.pack(badRequest(error)));
  }
  return status.build();
}
