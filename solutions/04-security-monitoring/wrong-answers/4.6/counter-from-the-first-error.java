// file: monitoring/PluginMeters.java
// wrong: the counter of errors is not there before the first error
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method, "code", code.name())
      .serviceLevelObjectives(BUCKETS)
      .register(meters)
      .record(nanos, TimeUnit.NANOSECONDS);
  if (code != Status.Code.OK) {
    Counter.builder("plugin.call.errors")
        .tags("plugin", plugin, "method", method)
        .register(meters)
        .increment();
  }
}
