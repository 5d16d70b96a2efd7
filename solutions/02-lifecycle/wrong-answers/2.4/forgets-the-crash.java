// file: lifecycle/LogLineParser.java
// wrong: the lines after a panic are DEBUG again
private LogEntry text(String line) {
  for (LogLevel level : LogLevel.values()) {
    if (line.startsWith("[" + level + "]")) {
      return LogEntry.of(level, line);
    }
  }
  boolean error =
      CRASHES.stream().anyMatch(line::startsWith) || line.startsWith(JAVA_STACK_FRAME);
  return LogEntry.of(error ? LogLevel.ERROR : LogLevel.DEBUG, line);
}
