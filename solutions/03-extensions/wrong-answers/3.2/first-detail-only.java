// file: extensions/StatusToError.java
// wrong: expects each detail at its place
private static <T extends Message> T find(Status status, Class<T> type, T absent) {
  int place = type.equals(ErrorInfo.class) ? 0 : 1;
  if (status.getDetailsCount() <= place || !status.getDetails(place).is(type)) {
    return absent;
  }
  try {
    return status.getDetails(place).unpack(type);
  } catch (InvalidProtocolBufferException e) {
    return absent;
  }
}
