// file: monitoring/Condition.java
// wrong: a plugin that has not started is called unwell
public static Condition of(
    PluginReadiness readiness, boolean quarantined, boolean waiting, HealthReport health) {
  if (quarantined && readiness != PluginReadiness.STOPPED) {
    return QUARANTINED;
  }
  if (!health.isWell() && readiness != PluginReadiness.STOPPED) {
    return UNWELL;
  }
  return switch (readiness) {
    case DISCOVERED -> DISCOVERED;
    case STARTING -> STARTING;
    case READY -> READY;
    case FAILED, DIED -> waiting ? RESTARTING : FAILED;
    case STOPPED -> STOPPED;
  };
}
