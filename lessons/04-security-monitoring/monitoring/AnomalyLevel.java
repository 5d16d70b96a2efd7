package monitoring;

import java.util.Locale;

/// How unusual a plugin's behaviour is, and so what is done about it.
public enum AnomalyLevel {
  /// As always.
  NORMAL,
  /// Someone is told.
  ALERT,
  /// The host's calls of the plugin are slowed down.
  THROTTLE,
  /// The plugin is taken out.
  QUARANTINE;

  static AnomalyLevel of(double score, AnomalyPolicy policy) {
    if (score >= policy.quarantine()) {
      return QUARANTINE;
    }
    if (score >= policy.throttle()) {
      return THROTTLE;
    }
    return score >= policy.alert() ? ALERT : NORMAL;
  }

  AnomalyLevel lower() {
    return switch (this) {
      case NORMAL, ALERT -> NORMAL;
      case THROTTLE -> ALERT;
      case QUARANTINE -> THROTTLE;
    };
  }

  /// The word for it: `normal`, `alert`, `throttle`, `quarantine`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
