// file: monitoring/HealthReport.java
// wrong: another service that is not well counts as a failure of the plugin
public HealthReport after(Map<String, String> now) {
  boolean well = now.values().stream().allMatch(SERVING::equals);
  return new HealthReport(now, well ? 0 : failures + 1);
}
