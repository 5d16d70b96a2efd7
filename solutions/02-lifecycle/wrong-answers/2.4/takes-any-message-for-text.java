// file: lifecycle/LogLineParser.java
// wrong: a @message that is a number or a list is turned into text instead of kept as a whole line
private LogEntry structured(String line, Map<String, @Nullable Object> object) {
  Map<String, @Nullable Object> fields = new LinkedHashMap<>(object);
  String level = String.valueOf(fields.remove("@level"));
  String message = object.containsKey("@message") ? String.valueOf(fields.remove("@message")) : "";
  if (object.containsKey("@timestamp")) {
    String timestamp = String.valueOf(fields.remove("@timestamp"));
    if (!isTime(timestamp)) {
      return text(line);
    }
    fields.put("timestamp", timestamp);
  }
  return LogLevel.ofName(level)
      .map(known -> new LogEntry(known, message, fields))
      .orElseGet(() -> LogEntry.of(LogLevel.DEBUG, line));
}
