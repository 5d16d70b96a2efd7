package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import contract.CalculatorException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PluginMetersTest {
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  @Test
  void theMemoryOfAProcessIsReadAsLinuxTellsIt() {
    assertThat(ProcessUsage.residentBytes(List.of("VmHWM:\t  9 kB", "VmRSS:\t    1234 kB")))
        .isEqualTo(OptionalLong.of(1234 * 1024));
    assertThat(ProcessUsage.residentBytes(List.of("State:\tZ (zombie)"))).isEmpty();
    assertThat(ProcessUsage.of("")).isEqualTo(ProcessUsage.NONE);
    assertThat(ProcessUsage.of("a-container")).isEqualTo(ProcessUsage.NONE);
  }

  /// Calls, errors, a restart, seen by a real Prometheus.
  @Test
  @Timeout(120)
  void aRealPrometheusReadsAllFigures() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        isInstalled(), "Prometheus is not installed: `make setup` says how to get it");
    try (PluginMeters meters = new PluginMeters();
        Supervisor supervisor =
            MonitoringFixture.supervisor(manifest("a", command(7)))
                .interceptor(meters::interceptor)
                .open();
        LoopbackServer server = LoopbackServer.open(0, meters.pages())) {
      meters.watch(supervisor);
      supervisor.registry().startAll(LONG);
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      for (int i = 0; i < 20; i++) {
        assertThat(calculator.add(1, 2)).isEqualTo(7);
      }
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> calculator.multiply(1, 2)).isInstanceOf(CalculatorException.class);
      }
      MonitoringFixture.kill(supervisor, "a");
      await().atMost(LONG).until(() -> status(supervisor, "a").restarts() == 1);
      awaitCondition(supervisor, "a", Condition.READY);

      try (Prometheus prometheus = Prometheus.start(folder, server.address())) {
        prometheus.awaitValue("plugin_calls_seconds_count{plugin=\"a\",code=\"OK\"}", 20);
        prometheus.awaitValue("sum(plugin_call_errors_total{plugin=\"a\"})", 3);
        prometheus.awaitValue("plugin_calls_seconds_bucket{code=\"OK\",le=\"+Inf\"}", 20);
        prometheus.awaitValue("plugin_restarts_total{plugin=\"a\"}", 1);
        prometheus.awaitValue("plugin_up{plugin=\"a\"}", 1);
        prometheus.awaitValue("plugin_quarantined{plugin=\"a\"}", 0);
        assertThat(prometheus.value("plugin_process_cpu_seconds_total{plugin=\"a\"}"))
            .isBetween(0.05, 60.0);
        assertThat(prometheus.value("plugin_process_resident_bytes{plugin=\"a\"}"))
            .isBetween(20e6, 1e9);
        assertThat(
                prometheus.value(
                    "histogram_quantile(0.5, plugin_calls_seconds_bucket{code=\"OK\"})"))
            .isBetween(0.0, 1.0);
      }
    }
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(entry -> Path.of(entry, "prometheus"))
        .anyMatch(Files::isExecutable);
  }

  /// A Prometheus that asks one address, and keeps what it learns in a folder.
  private record Prometheus(Process process, URI address, HttpClient client)
      implements AutoCloseable {
    static Prometheus start(Path folder, URI scraped) throws IOException {
      Path config =
          Files.writeString(
              folder.resolve("prometheus.yml"),
              """
              global:
                scrape_interval: 1s
              scrape_configs:
                - job_name: host
                  static_configs:
                    - targets: ['%s']
              """
                  .formatted(scraped.getAuthority()));
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Process process =
          new ProcessBuilder(
                  "prometheus",
                  "--config.file=" + config,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.log").toFile())
              .start();
      return new Prometheus(
          process, URI.create("http://127.0.0.1:" + port), HttpClient.newHttpClient());
    }

    void awaitValue(String query, double expected) {
      await(query)
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(value(query)).isEqualTo(expected));
    }

    double value(String query) throws IOException, InterruptedException {
      String asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address.resolve("/api/v1/query?query=" + asked))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode result = new JsonMapper().readTree(response.body()).get("data").get("result");
      assertThat(result.size()).as("series of %s: %s", query, response.body()).isPositive();
      return Double.parseDouble(result.get(0).get("value").get(1).asString());
    }

    @Override
    public void close() throws IOException {
      client.close();
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
