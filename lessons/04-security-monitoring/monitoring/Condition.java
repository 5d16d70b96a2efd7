package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import extensions.PluginReadiness;
import java.util.Locale;

/// How a supervised plugin is.
public enum Condition {
  /// It starts with its first call.
  DISCOVERED,
  /// It is starting.
  STARTING,
  /// It serves and says that it is well, or was not asked yet.
  READY,
  /// It serves, and it or one of its services says that it is not well.
  UNWELL,
  /// It failed and is to be started again.
  RESTARTING,
  /// It failed, and nothing is planned.
  FAILED,
  /// It is not started any more.
  QUARANTINED,
  /// The host ends.
  STOPPED;

  /// The one word for what the host knows of a plugin.
  ///
  /// Exercise 4.5. A quarantine comes first, whatever else holds; only the host's end (`readiness`
  /// is `STOPPED`) comes before it. A plugin that failed or died is `RESTARTING` if a restart is
  /// planned, else `FAILED`. One that is ready is `READY` only if all that it said is well
  /// ([HealthReport#isWell]), else `UNWELL`. What has not started yet, or is starting, is called
  /// so, whatever was said by an earlier process.
  ///
  /// @param readiness what the registry says
  /// @param quarantined whether it is not started any more
  /// @param waiting whether a restart is planned
  /// @param health what its process said last
  @Exercise("4.5")
  public static Condition of(
      PluginReadiness readiness, boolean quarantined, boolean waiting, HealthReport health) {
    ExerciseNotDone.report("4.5");
    return readiness == PluginReadiness.READY ? READY : STARTING;
  }

  /// Whether a call may be made now and be answered.
  public boolean canServe() {
    return this == READY || this == DISCOVERED;
  }

  /// Whether it will not become better by itself.
  public boolean needsSomeone() {
    return this == UNWELL || this == FAILED || this == QUARANTINED;
  }

  /// The word for it: `ready`, `quarantined` and so on.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
