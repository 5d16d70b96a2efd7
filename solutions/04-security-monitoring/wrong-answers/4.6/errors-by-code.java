// file: monitoring/PluginMeters.java
// wrong: a series of errors for each code
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method, "code", code.name())
      .serviceLevelObjectives(BUCKETS)
      .register(meters)
      .record(nanos, TimeUnit.NANOSECONDS);
  Counter errors =
      Counter.builder("plugin.call.errors")
          .tags("plugin", plugin, "method", method, "code", code.name())
          .register(meters);
  if (code != Status.Code.OK) {
    errors.increment();
  }
}
