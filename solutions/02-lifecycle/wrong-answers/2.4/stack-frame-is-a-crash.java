// file: lifecycle/LogLineParser.java
// wrong: one line of a Java stack trace turns all later text into errors
private LogEntry text(String line) {
  for (LogLevel level : LogLevel.values()) {
    if (line.startsWith("[" + level + "]")) {
      return LogEntry.of(level, line);
    }
  }
  crashed |= CRASHES.stream().anyMatch(line::startsWith) || line.startsWith(JAVA_STACK_FRAME);
  return LogEntry.of(crashed ? LogLevel.ERROR : LogLevel.DEBUG, line);
}
