// file: lifecycle/PluginStartException.java
// wrong: quotes the whole line, which may be 64 KiB long
private static String shortened(String line) {
  return line;
}
