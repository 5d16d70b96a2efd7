// file: lifecycle/LogLineParser.java
// wrong: a JSON line without a known level is taken apart at INFO instead of kept whole at DEBUG
private LogEntry structured(String line, Map<String, @Nullable Object> object) {
  Map<String, @Nullable Object> fields = new LinkedHashMap<>(object);
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
  return new LogEntry(LogLevel.ofName(levelName).orElse(LogLevel.INFO), messageText, fields);
}
