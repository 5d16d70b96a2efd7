package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import extensions.RegistryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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

  @Test
  void aStandbyThatHangsIsReplacedBeforeItIsNeeded() throws Exception {
    List<String> standbys = new CopyOnWriteArrayList<>();
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("b", command(7)))
            .health(OFTEN)
            .standby(Set.of("b"))
            .registry(
                registry ->
                    registry.listener(
                        event -> {
                          if (event instanceof RegistryEvent.StandbyReady ready) {
                            standbys.add(ready.processId());
                          }
                        }))
            .open()) {
      supervisor.registry().startAll(LONG);
      await("a standby").atMost(LONG).until(() -> standbys.size() == 1);
      ProcessHandle first = ProcessHandle.of(Long.parseLong(standbys.getFirst())).orElseThrow();
      new ProcessBuilder(List.of("kill", "-STOP", standbys.getFirst())).start().waitFor();

      await("another standby").atMost(LONG).until(() -> standbys.size() == 2);

      await("the first is gone").atMost(LONG).until(() -> !first.isAlive());
      assertThat(status(supervisor, "b").standby()).isTrue();
      assertThat(status(supervisor, "b").restarts()).isZero();
    }
  }
}
