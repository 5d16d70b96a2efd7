// file: lifecycle/LogLineParser.java
// wrong: the fields lose the line's order
// import java.util.TreeMap;
private LogEntry structured(String line, Map<String, @Nullable Object> object) {
  Map<String, @Nullable Object> fields = new TreeMap<>(object);
  Object level = object.containsKey("@level") ? fields.remove("@level") : "";
  Object message = object.containsKey("@message") ? fields.remove("@message") : "";
  Object timestamp = object.containsKey("@timestamp") ? fields.remove("@timestamp") : "";
  if (!(level instanceof String levelName)
      || !(message instanceof String messageText)
      || !(timestamp instanceof String time)) {
    return LogEntry.of(LogLevel.DEBUG, line);
  }
  if (object.containsKey("@timestamp")) {
    if (!isTime(time)) {
      return text(line);
    }
    fields.put("timestamp", time);
  }
  return LogLevel.ofName(levelName)
      .map(known -> new LogEntry(known, messageText, fields))
      .orElseGet(() -> LogEntry.of(LogLevel.DEBUG, line));
}
