// file: monitoring/HealthReport.java
// wrong: what was said before stays beside the new answers
public HealthReport after(Map<String, String> now) {
  Map<String, String> all = new TreeMap<>(answers);
  all.putAll(now);
  return new HealthReport(all, SERVING.equals(now.get(WHOLE)) ? 0 : failures + 1);
}
