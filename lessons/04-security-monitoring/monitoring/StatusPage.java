package monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the monitoring page shows, in JSON: how the plugins are, and what was written last.
final class StatusPage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int AUDIT_LINES = 50;
  private static final int AUDIT_CHARACTERS = 2_000;

  private final Supervisor supervisor;
  private final PluginMeters meters;
  private final PluginActions actions;
  private final Instant started;

  StatusPage(Supervisor supervisor, PluginMeters meters, PluginActions actions) {
    this.supervisor = supervisor;
    this.meters = meters;
    this.actions = actions;
    this.started = supervisor.timeline().instant();
  }

  /// All plugins, for anyone on this machine: no text of a plugin's but its last error.
  Reply status() {
    ObjectNode json = JSON.createObjectNode();
    json.put("now", supervisor.timeline().instant().toString());
    json.put("started", started.toString());
    json.put("host_process", ProcessHandle.current().pid());
    ArrayNode plugins = json.putArray("plugins");
    supervisor.statuses().forEach(status -> plugins.add(describe(status)));
    return Reply.json(200, json.toString());
  }

  private ObjectNode describe(SupervisedStatus status) {
    ObjectNode json = JSON.createObjectNode();
    boolean quarantined = status.condition() == Condition.QUARANTINED;
    json.put("plugin", status.plugin());
    json.put("version", status.version());
    json.put("state", status.condition().label());
    json.put("since", status.since().toString());
    json.put("restarts", status.restarts());
    json.put("process", status.processId().orElse(null));
    json.put("standby", status.standby());
    json.put("replacing", actions.isReplacing(status.plugin()));
    json.put("circuit", supervisor.circuit(status.plugin()).name().toLowerCase(Locale.ROOT));
    json.put("last_error", status.lastError());
    json.put("quarantine_reason", quarantined ? status.lastError() : null);
    ObjectNode services = json.putObject("services");
    status.health().answers().forEach(services::put);
    addCalls(json, meters.recent(status.plugin()).figures());
    addUsage(json, status.processId());
    return json;
  }

  private static void addCalls(ObjectNode json, RecentCalls.Figures figures) {
    json.put("calls", figures.calls());
    json.put("errors", figures.errors());
    json.put("calls_last_minute", figures.recent());
    json.put("p50_ms", millis(figures.median()));
    json.put("p99_ms", millis(figures.p99()));
    ArrayNode seconds = json.putArray("p50_ms_by_second");
    figures.medians().forEach(median -> seconds.add(millis(median)));
  }

  private static @Nullable Double millis(Optional<Duration> time) {
    return time.map(known -> known.toNanos() / 1e6).orElse(null);
  }

  private static void addUsage(ObjectNode json, Optional<String> processId) {
    ProcessUsage usage = processId.map(ProcessUsage::of).orElse(ProcessUsage.NONE);
    json.put("cpu_seconds", usage.cpu().toNanos() / 1e9);
    json.put(
        "resident_bytes",
        usage.residentBytes().isPresent() ? usage.residentBytes().getAsLong() : null);
  }

  /// The last lines of the log and of the audit log: what plugins and callers wrote may be secret.
  static Reply tail(List<LogTail.Line> log, List<String> audit) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode lines = json.putArray("log");
    for (LogTail.Line line : log) {
      ObjectNode each = lines.addObject();
      each.put("number", line.number());
      each.put("at", line.at().toString());
      each.put("level", line.level());
      each.put("source", line.source());
      each.put("text", line.text());
    }
    ArrayNode records = json.putArray("audit");
    audit.stream()
        .skip(Math.max(0, audit.size() - AUDIT_LINES))
        .map(line -> line.substring(0, Math.min(line.length(), AUDIT_CHARACTERS)))
        .forEach(records::add);
    return Reply.json(200, json.toString());
  }
}
