// file: monitoring/PluginMeters.java
// wrong: a cancelled call is not counted as an error
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method, "code", code.name())
      .serviceLevelObjectives(BUCKETS)
      .register(meters)
      .record(nanos, TimeUnit.NANOSECONDS);
  Counter errors =
      Counter.builder("plugin.call.errors")
          .tags("plugin", plugin, "method", method)
          .register(meters);
  if (code != Status.Code.OK && code != Status.Code.CANCELLED) {
    errors.increment();
  }
}
