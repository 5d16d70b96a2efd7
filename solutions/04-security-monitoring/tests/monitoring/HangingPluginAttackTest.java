package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A process that lives, holds its socket open, and never answers.
class HangingPluginAttackTest {
  private static final HealthPolicy OFTEN =
      new HealthPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), 2, Map.of());

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  @Test
  void aPluginThatNeverAnswersItsHealthCheckIsReplaced() throws IOException, InterruptedException {
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("b", command(7))).health(OFTEN).open()) {
      supervisor.registry().startAll(LONG);
      ProcessHandle first = MonitoringFixture.process(supervisor, "b");
      new ProcessBuilder(List.of("kill", "-STOP", String.valueOf(first.pid()))).start().waitFor();

      await().atMost(LONG).until(() -> status(supervisor, "b").restarts() == 1);

      awaitCondition(supervisor, "b", Condition.READY);
      await("the old one is gone").atMost(LONG).until(() -> !first.isAlive());
      assertThat(status(supervisor, "b").lastError())
          .isEqualTo("it failed 2 health checks in a row: no answer within 1 s");
      assertThat(supervisor.client("b", MonitoringFixture::calculator).add(0, 0)).isEqualTo(7);
    }
  }
}
