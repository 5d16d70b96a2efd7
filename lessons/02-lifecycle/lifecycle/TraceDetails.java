package lifecycle;

import basics.HandshakeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The details of trace events, as maps: one method a kind, one place for the keys.
final class TraceDetails {
  private TraceDetails() {}

  /// Names of variables only: their values may be secrets.
  static Map<String, ?> ofSpawn(String id, LaunchPlan plan) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("pid", id);
    details.put("command", plan.command());
    details.put(
        "environment",
        new TreeSet<>(plan.environment().keySet())
            .stream().filter(name -> name.startsWith("PLUGIN_")).toList());
    return details;
  }

  static Map<String, ?> ofHandshake(HandshakeLine line) {
    return Map.of("line", line.format());
  }

  static Map<String, ?> ofDial(String address) {
    return Map.of("address", address);
  }

  static Map<String, ?> ofChange(Lifecycle.Change change) {
    return Map.of("from", change.from().label(), "to", change.to().label());
  }

  static Map<String, ?> ofExit(ExitStatus status) {
    return Map.of("status", status.toString());
  }

  static Map<String, ?> ofStep(KillReport.Step step) {
    return Map.of(
        "rung", step.rung().name(), "nanos", step.took().toNanos(), "ended", step.ended());
  }

  static Map<String, ?> ofFailure(List<String> message) {
    return Map.of("failure", message.getFirst());
  }
}
