// file: monitoring/PluginMeters.java
// wrong: calls cannot be told apart by their code
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method)
      .serviceLevelObjectives(BUCKETS)
      .register(meters)
      .record(nanos, TimeUnit.NANOSECONDS);
  Counter errors =
      Counter.builder("plugin.call.errors")
          .tags("plugin", plugin, "method", method)
          .register(meters);
  if (code != Status.Code.OK) {
    errors.increment();
  }
}
