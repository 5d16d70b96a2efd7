// file: monitoring/HealthReport.java
// wrong: a plugin that says nothing is taken to be well
public HealthReport after(Map<String, String> now) {
  String whole = now.getOrDefault(WHOLE, SERVING);
  return new HealthReport(now, whole.equals(SERVING) ? 0 : failures + 1);
}
