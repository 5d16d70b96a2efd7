// file: lifecycle/LogLineParser.java
// wrong: a @message that is no text ends in a ClassCastException, as it does in go-plugin
private LogEntry structured(String line, Map<String, @Nullable Object> object) {
  Map<String, @Nullable Object> fields = new LinkedHashMap<>(object);
  String level = (String) fields.remove("@level");
  String message = (String) fields.remove("@message");
  String timestamp = (String) fields.remove("@timestamp");
  if (timestamp != null) {
    if (!isTime(timestamp)) {
      return text(line);
    }
    fields.put("timestamp", timestamp);
  }
  return LogLevel.ofName(level == null ? "" : level)
      .map(known -> new LogEntry(known, message == null ? "" : message, fields))
      .orElseGet(() -> LogEntry.of(LogLevel.DEBUG, line));
}
