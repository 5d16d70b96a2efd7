import static org.assertj.core.api.Assertions.assertThat;

import extensions.PluginReadiness;
import java.util.List;
import java.util.Map;
import monitoring.Condition;
import monitoring.HealthReport;
import monitoring.RequestGuard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Health: what counts as a failure, the one word for a plugin, and who may ask.
@Tag("4.5")
@DisplayName("4.5 Health")
class HealthCheck {
  private static final Map<String, String> WELL = Map.of("plugin", "serving");

  @Test
  @DisplayName("report: failures of the plugin as a whole are counted in a row")
  void countsFailuresInARow() {
    HealthReport report = HealthReport.NONE;
    report = report.after(Map.of("plugin", "not_serving"));
    report = report.after(Map.of("plugin", "no answer within 2 s"));
    assertThat(report.failures()).as("failures after two bad answers").isEqualTo(2);
    report = report.after(Map.of());
    assertThat(report.failures()).as("failures, and then the plugin said nothing").isEqualTo(3);
    report = report.after(WELL);
    assertThat(report.failures()).as("failures after a good answer").isZero();
    report = report.after(Map.of("plugin", "unavailable"));
    assertThat(report.failures()).as("failures: a row begins anew").isEqualTo(1);
  }

  @Test
  @DisplayName("report: another service that is not well is no failure of the plugin")
  void otherServicesDoNotCount() {
    HealthReport report =
        HealthReport.NONE.after(Map.of("plugin", "serving", "db.Store", "not_serving"));
    assertThat(report.failures()).as("failures while only db.Store is not well").isZero();
    assertThat(report.isWell()).as("well as a whole").isFalse();
    report = report.after(Map.of("plugin", "not_serving", "db.Store", "serving"));
    assertThat(report.failures()).as("failures while db.Store alone is well").isEqualTo(1);
    assertThat(report.after(WELL).answers())
        .as("the new answers alone; what was said before is gone")
        .isEqualTo(WELL);
  }

  @ParameterizedTest(
      name = "{0}, quarantined: {1}, restart planned: {2}, well: {3} -> {4}",
      quoteTextArguments = false)
  @CsvSource({
    "DISCOVERED, false, false, true, DISCOVERED",
    "DISCOVERED, false, false, false, DISCOVERED",
    "STARTING, false, false, true, STARTING",
    "STARTING, false, true, false, STARTING",
    "READY, false, false, true, READY",
    "READY, false, true, true, READY",
    "READY, false, false, false, UNWELL",
    "FAILED, false, true, true, RESTARTING",
    "FAILED, false, false, true, FAILED",
    "FAILED, false, false, false, FAILED",
    "DIED, false, true, false, RESTARTING",
    "DIED, false, false, true, FAILED",
    "READY, true, false, true, QUARANTINED",
    "FAILED, true, true, true, QUARANTINED",
    "DISCOVERED, true, false, true, QUARANTINED",
    "STOPPED, false, true, false, STOPPED",
    "STOPPED, true, false, true, STOPPED",
  })
  @DisplayName("condition: one word for all that is known")
  void oneWordForAll(
      PluginReadiness readiness,
      boolean quarantined,
      boolean waiting,
      boolean well,
      Condition expected) {
    HealthReport health =
        new HealthReport(Map.of("plugin", well ? "serving" : "not_serving"), well ? 0 : 1);
    assertThat(Condition.of(readiness, quarantined, waiting, health))
        .as(
            "a plugin that is %s, quarantined: %s, restart planned: %s, well: %s",
            readiness, quarantined, waiting, well)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "Host {0}, Origin {1}, Sec-Fetch-Site {2}", quoteTextArguments = false)
  @CsvSource({
    "127.0.0.1:8080, , ",
    "localhost:8080, , ",
    "LocalHost:8080, , ",
    "[::1]:8080, , none",
    "localhost:8080, http://localhost:8080, same-origin",
    "127.0.0.1:8080, http://127.0.0.1:8080, ",
    "Localhost:8080, http://localhost:8080, same-origin",
  })
  @DisplayName("guard: programs of this machine and the server's own pages are answered")
  void answersItsOwn(String host, String origin, String fetchSite) {
    assertThat(new RequestGuard(8080).allows(List.of(host), list(origin), list(fetchSite)))
        .as("a request of our own to port 8080 is answered")
        .isTrue();
  }

  @ParameterizedTest(name = "Host {0}, Origin {1}, Sec-Fetch-Site {2}", quoteTextArguments = false)
  @CsvSource({
    "evil.example:8080, , ",
    "localhost.evil.example:8080, , ",
    "evil.localhost:8080, , ",
    "localhost, , ",
    "localhost:80801, , ",
    "127.0.0.1:8081, , ",
    "evil.example:8080, http://evil.example:8080, ",
    "localhost:8080, http://evil.example, ",
    "localhost:8080, http://localhost:8081, ",
    "localhost:8080, http://localhost, ",
    "localhost:8080, https://localhost:8080, ",
    "localhost:8080, http://localhost:8080.evil.example, ",
    "localhost:8080, http://127.0.0.1:8080, ",
    "localhost:8080, null, ",
    "localhost:8080, , cross-site",
    "localhost:8080, , same-site",
    "localhost:8080, http://localhost:8080, cross-site",
  })
  @DisplayName("guard: other names and other pages are not")
  void refusesOthers(String host, String origin, String fetchSite) {
    assertThat(new RequestGuard(8080).allows(List.of(host), list(origin), list(fetchSite)))
        .as("a request of someone else to port 8080 is refused")
        .isFalse();
  }

  @Test
  @DisplayName("guard: exactly one Host, and each Origin must be right")
  void countsHeaders() {
    RequestGuard guard = new RequestGuard(8080);
    assertThat(guard.allows(List.of(), List.of(), List.of())).as("no Host at all").isFalse();
    assertThat(guard.allows(List.of("localhost:8080", "evil.example"), List.of(), List.of()))
        .as("a second Host")
        .isFalse();
    assertThat(
            guard.allows(
                List.of("localhost:8080"),
                List.of("http://localhost:8080", "http://evil.example"),
                List.of()))
        .as("a second Origin, of someone else")
        .isFalse();
  }

  private static List<String> list(String value) {
    return value == null ? List.of() : List.of(value);
  }
}
