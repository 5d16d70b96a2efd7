// file: basics/HandshakeLine.java
// wrong: field 6 is taken as it is, be it short or no base64 at all
private static String certificate(String[] fields) {
  return fields.length < 6 ? "" : fields[5];
}
