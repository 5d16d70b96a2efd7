// file: lifecycle/PluginStartException.java
// wrong: cuts a line of exactly 120 characters
private static String shortened(String line) {
  return line.length() < 120 ? line : line.substring(0, 119) + "...";
}
