// file: monitoring/Condition.java
// wrong: a plugin in quarantine whose process still ends is called ready
public static Condition of(
    PluginReadiness readiness, boolean quarantined, boolean waiting, HealthReport health) {
  return switch (readiness) {
    case DISCOVERED -> DISCOVERED;
    case STARTING -> STARTING;
    case READY -> health.isWell() ? READY : UNWELL;
    case FAILED, DIED -> quarantined ? QUARANTINED : waiting ? RESTARTING : FAILED;
    case STOPPED -> STOPPED;
  };
}
