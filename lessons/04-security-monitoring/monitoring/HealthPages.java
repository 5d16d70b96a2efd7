package monitoring;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a host tells of its plugins over HTTP, in JSON.
///
/// - `/healthz`: 503 if a plugin will not become better by itself ([Condition#needsSomeone]), else
///   200, also while one is restarted. For whom to call.
/// - `/readyz`: 200 if each plugin can be called now ([Condition#canServe]), else 503. For where to
///   send work.
public final class HealthPages {
  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<List<SupervisedStatus>> statuses;

  /// @param statuses how the plugins are now, such as [Supervisor#statuses]
  public HealthPages(Supplier<List<SupervisedStatus>> statuses) {
    this.statuses = statuses;
  }

  /// The two pages, by path, for [LoopbackServer#open].
  public Map<String, Supplier<Reply>> pages() {
    return Map.of("/healthz", this::healthz, "/readyz", this::readyz);
  }

  private Reply healthz() {
    return reply(status -> !status.condition().needsSomeone());
  }

  private Reply readyz() {
    return reply(status -> status.condition().canServe());
  }

  private Reply reply(Predicate<SupervisedStatus> well) {
    List<SupervisedStatus> all = statuses.get();
    boolean allWell = all.stream().allMatch(well);
    ObjectNode json = JSON.createObjectNode();
    json.put("status", allWell ? "ok" : "unavailable");
    ArrayNode plugins = json.putArray("plugins");
    all.forEach(status -> plugins.add(describe(status)));
    return Reply.json(allWell ? 200 : 503, json.toString());
  }

  private static ObjectNode describe(SupervisedStatus status) {
    ObjectNode json = JSON.createObjectNode();
    json.put("plugin", status.plugin());
    json.put("version", status.version());
    json.put("state", status.condition().label());
    json.put("since", status.since().toString());
    json.put("last_error", status.lastError());
    json.put("restarts", status.restarts());
    json.put("standby", status.standby());
    status.processId().ifPresent(id -> json.put("process", id));
    ObjectNode services = json.putObject("services");
    status.health().answers().forEach(services::put);
    return json;
  }
}
