package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
  private static final HealthPolicy OFTEN =
      new HealthPolicy(
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          2,
          Map.of("a", Set.of(MonitoredPlugin.DATABASE)));

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  @Test
  void aServiceThatIsNotWellMakesThePluginUnwellAndNoMore() {
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("a", command(7))).health(OFTEN).open()) {
      supervisor.registry().startAll(LONG);
      ProcessHandle process = MonitoringFixture.process(supervisor, "a");
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      awaitAnswers(supervisor, "not_found");
      assertThat(status(supervisor, "a").condition()).isEqualTo(Condition.UNWELL);

      calculator.divide(1, 0);
      awaitAnswers(supervisor, "serving");
      assertThat(status(supervisor, "a").condition()).isEqualTo(Condition.READY);

      calculator.divide(0, 0);
      awaitAnswers(supervisor, "not_serving");
      assertThat(status(supervisor, "a").condition()).isEqualTo(Condition.UNWELL);
      assertThat(process.isAlive()).isTrue();
      assertThat(status(supervisor, "a").restarts()).isZero();
    }
  }

  private static void awaitAnswers(Supervisor supervisor, String database) {
    await("health of the database: " + database)
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(status(supervisor, "a").health().answers())
                    .isEqualTo(Map.of("plugin", "serving", MonitoredPlugin.DATABASE, database)));
  }
}
