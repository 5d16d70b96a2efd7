// file: monitoring/PluginMeters.java
// wrong: times are a million times too long
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method, "code", code.name())
      .serviceLevelObjectives(BUCKETS)
      .register(meters)
      .record(nanos, TimeUnit.MILLISECONDS);
  Counter errors =
      Counter.builder("plugin.call.errors")
          .tags("plugin", plugin, "method", method)
          .register(meters);
  if (code != Status.Code.OK) {
    errors.increment();
  }
}
