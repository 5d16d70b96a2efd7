// file: basics/HandshakeLine.java
// wrong: a text of exactly 50 characters is taken for a certificate
private static String certificate(String[] fields) {
  if (fields.length < 6 || fields[5].length() < LONGEST_NON_CERTIFICATE) {
    return "";
  }
  try {
    Base64.getDecoder().decode(fields[5]);
  } catch (IllegalArgumentException e) {
    throw HandshakeException.inField(6, "certificate", fields[5], "base64");
  }
  if (fields[5].endsWith("=")) {
    throw HandshakeException.inField(6, "certificate", fields[5], "base64 without padding");
  }
  return fields[5];
}
