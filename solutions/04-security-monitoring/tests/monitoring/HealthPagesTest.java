package monitoring;

import static monitoring.MonitoringFixture.BROKEN;
import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthPagesTest {
  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  private static HttpResponse<String> get(LoopbackServer server, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.address().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode plugin(HttpResponse<String> response, int index) {
    return new JsonMapper().readTree(response.body()).get("plugins").get(index);
  }

  @Test
  void tellOfEachPlugin() throws IOException, InterruptedException {
    try (Supervisor supervisor =
            MonitoringFixture.supervisor(manifest("a", command(7)), manifest("broken", BROKEN))
                .open();
        LoopbackServer server =
            LoopbackServer.open(0, new HealthPages(supervisor::statuses).pages())) {
      assertThat(get(server, "/readyz").statusCode()).as("nothing started yet").isEqualTo(200);
      supervisor.registry().plugin("a").awaitReady(LONG);
      JsonNode a = plugin(get(server, "/readyz"), 0);
      assertThat(a.get("plugin").asString()).isEqualTo("a");
      assertThat(a.get("state").asString()).isEqualTo("ready");
      assertThat(Instant.parse(a.get("since").asString())).isBefore(Instant.now());
      assertThat(a.get("last_error").asString()).isEmpty();
      assertThat(a.get("restarts").asInt()).isZero();

      supervisor.registry().plugin("broken").start();
      awaitCondition(supervisor, "broken", Condition.QUARANTINED);

      HttpResponse<String> health = get(server, "/healthz");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(plugin(health, 1).get("state").asString()).isEqualTo("quarantined");
      assertThat(plugin(health, 1).get("last_error").asString()).contains("no licence");
      assertThat(plugin(health, 1).get("restarts").asInt()).isEqualTo(3);
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void aRestartIsNoCaseForAPersonAndNoTimeForWork() {
    assertThat(Condition.RESTARTING.canServe()).isFalse();
    assertThat(Condition.RESTARTING.needsSomeone()).isFalse();
    assertThat(Condition.UNWELL.needsSomeone()).isTrue();
    assertThat(Condition.DISCOVERED.canServe()).isTrue();
  }
}
