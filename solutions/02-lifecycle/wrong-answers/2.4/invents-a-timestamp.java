// file: lifecycle/LogLineParser.java
// wrong: a line without @timestamp gets a zero date, as in go-plugin
private LogEntry structured(String line, Map<String, @Nullable Object> object) {
  Map<String, @Nullable Object> fields = new LinkedHashMap<>(object);
  Object level = object.containsKey("@level") ? fields.remove("@level") : "";
  Object message = object.containsKey("@message") ? fields.remove("@message") : "";
  Object timestamp =
      object.containsKey("@timestamp") ? fields.remove("@timestamp") : "0001-01-01T00:00:00.000000Z";
  if (!(level instanceof String levelName)
      || !(message instanceof String messageText)
      || !(timestamp instanceof String time)) {
    return LogEntry.of(LogLevel.DEBUG, line);
  }
  if (!isTime(time)) {
    return text(line);
  }
  fields.put("timestamp", time);
  return LogLevel.ofName(levelName)
      .map(known -> new LogEntry(known, messageText, fields))
      .orElseGet(() -> LogEntry.of(LogLevel.DEBUG, line));
}
