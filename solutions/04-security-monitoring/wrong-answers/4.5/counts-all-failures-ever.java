// file: monitoring/HealthReport.java
// wrong: a good answer does not end the row
public HealthReport after(Map<String, String> now) {
  return new HealthReport(now, SERVING.equals(now.get(WHOLE)) ? failures : failures + 1);
}
