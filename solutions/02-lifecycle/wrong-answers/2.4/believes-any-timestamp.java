// file: lifecycle/LogLineParser.java
// wrong: a @timestamp that is no time passes; the line must be read as plain text
private static boolean isTime(String text) {
  return true;
}
