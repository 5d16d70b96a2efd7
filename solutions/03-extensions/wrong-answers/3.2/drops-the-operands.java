// file: extensions/ErrorToStatus.java
// wrong: the operands at fault do not travel
private static com.google.rpc.Status message(Status.Code code, CalculatorError error) {
  ErrorInfo info =
      ErrorInfo.newBuilder()
          .setDomain(DOMAIN)
          .setReason(error.code())
          .putAllMetadata(error.details())
          .build();
  return com.google.rpc.Status.newBuilder()
      .setCode(code.value())
      .setMessage(error.message())
      .addDetails(Any.pack(info))
      .build();
}
