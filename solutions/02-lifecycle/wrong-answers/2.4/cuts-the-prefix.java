// file: lifecycle/LogLineParser.java
// wrong: the prefix is cut off the message
private LogEntry text(String line) {
  for (LogLevel level : LogLevel.values()) {
    String prefix = "[" + level + "]";
    if (line.startsWith(prefix)) {
      return LogEntry.of(level, line.substring(prefix.length()).strip());
    }
  }
  crashed |= CRASHES.stream().anyMatch(line::startsWith);
  boolean error = crashed || line.startsWith(JAVA_STACK_FRAME);
  return LogEntry.of(error ? LogLevel.ERROR : LogLevel.DEBUG, line);
}
