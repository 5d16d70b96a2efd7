// file: basics/HandshakeLine.java
// wrong: a version that is no number ends in a NumberFormatException
private static int number(int field, String name, String text) {
  return Integer.parseInt(text);
}
