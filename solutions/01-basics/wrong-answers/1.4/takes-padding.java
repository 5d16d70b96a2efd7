// file: basics/HandshakeLine.java
// wrong: a certificate with = at its end is taken, which Go's host refuses
private static String certificate(String[] fields) {
  if (fields.length < 6 || fields[5].length() <= LONGEST_NON_CERTIFICATE) {
    return "";
  }
  try {
    Base64.getDecoder().decode(fields[5]);
  } catch (IllegalArgumentException e) {
    throw HandshakeException.inField(6, "certificate", fields[5], "base64");
  }
  return fields[5];
}
