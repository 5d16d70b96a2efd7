// file: lifecycle/LogLineParser.java
// wrong: after a panic a line with the prefix [INFO] is ERROR
private LogEntry text(String line) {
  crashed |= CRASHES.stream().anyMatch(line::startsWith);
  if (crashed || line.startsWith(JAVA_STACK_FRAME)) {
    return LogEntry.of(LogLevel.ERROR, line);
  }
  for (LogLevel level : LogLevel.values()) {
    if (line.startsWith("[" + level + "]")) {
      return LogEntry.of(level, line);
    }
  }
  return LogEntry.of(LogLevel.DEBUG, line);
}
