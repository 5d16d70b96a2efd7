package lifecycle;

import basics.HandshakeLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The details of trace events, as maps: one method a kind, one place for the keys.
final class TraceDetails {
  private TraceDetails() {}

  /// Names of variables only: their values may be secrets.
  static Map<String, ?> ofSpawn(String id, LaunchPlan plan) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("pid", id);
    details.put("environment", setForThePlugin(plan.environment()));
    details.put("command", plan.command());
    return details;
  }

  /// Without what it has from the host's own environment, which says little.
  private static Set<String> setForThePlugin(Map<String, String> environment) {
    Set<String> names = new TreeSet<>();
    Map<String, String> own = System.getenv();
    environment.forEach(
        (name, value) -> {
          if (!value.equals(own.get(name))) {
            names.add(name);
          }
        });
    return names;
  }

  static Map<String, ?> ofHandshake(HandshakeLine line) {
    return Map.of("line", line.format());
  }

  static Map<String, ?> ofDial(String address) {
    return Map.of("address", address);
  }

  static Map<String, ?> ofChange(Lifecycle.Change change) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("from", change.from().label());
    details.put("to", change.to().label());
    if (change.to() instanceof PluginState.Failed failed) {
      details.put("reason", failed.reason());
    }
    return details;
  }

  static Map<String, ?> ofExit(ExitStatus status) {
    return Map.of("status", status.toString());
  }

  static Map<String, ?> ofStep(KillReport.Step step) {
    return Map.of(
        "rung", step.rung().name(), "nanos", step.took().toNanos(), "ended", step.ended());
  }
}
