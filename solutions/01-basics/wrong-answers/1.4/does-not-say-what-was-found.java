// file: basics/HandshakeLine.java
// wrong: the exception names the field, but not what was found in it
private static String protocol(String[] fields) {
  String protocol = fields.length > 4 ? fields[4] : NETRPC;
  if (!protocol.equals(GRPC) && !protocol.equals(NETRPC)) {
    throw HandshakeException.inField(5, "protocol", "something else", "grpc or netrpc");
  }
  return protocol;
}
