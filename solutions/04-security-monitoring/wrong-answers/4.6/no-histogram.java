// file: monitoring/PluginMeters.java
// wrong: only count and sum: no percentiles over many hosts
private void record(String plugin, String method, Status.Code code, long nanos) {
  Timer.builder("plugin.calls")
      .tags("plugin", plugin, "method", method, "code", code.name())
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
