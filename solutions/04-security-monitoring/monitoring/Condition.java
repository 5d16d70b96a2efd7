package monitoring;

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

  static Condition of(PluginReadiness readiness, boolean waiting, boolean well) {
    return switch (readiness) {
      case DISCOVERED -> DISCOVERED;
      case STARTING -> STARTING;
      case READY -> well ? READY : UNWELL;
      case FAILED, DIED -> waiting ? RESTARTING : FAILED;
      case STOPPED -> STOPPED;
    };
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
