// file: extensions/StatusToError.java
// wrong: details that are no message break the host
private static Status details(StatusRuntimeException failure) {
  Status details = StatusProto.fromThrowable(failure);
  return details == null ? Status.getDefaultInstance() : details;
}
