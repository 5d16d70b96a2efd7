package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import attack.Attack;
import attack.Control;
import basics.Logging;
import java.io.IOException;
import java.time.Duration;
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
  @Attack(
      value = "a plugin that hangs",
      defence = "two health checks without an answer: a new one",
      exercise = "4.5")
  void aPluginThatNeverAnswersItsHealthCheckIsReplaced() throws IOException, InterruptedException {
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("b", command(7))).health(OFTEN).open()) {
      supervisor.registry().startAll(LONG);
      ProcessHandle first = MonitoringFixture.process(supervisor, "b");
      stop(first);

      await().atMost(LONG).until(() -> status(supervisor, "b").restarts() == 1);

      awaitCondition(supervisor, "b", Condition.READY);
      await("the old one is gone").atMost(LONG).until(() -> !first.isAlive());
      assertThat(status(supervisor, "b").lastError())
          .isEqualTo("it failed 2 health checks in a row: no answer within 1 s");
      assertThat(supervisor.client("b", MonitoringFixture::calculator).add(0, 0)).isEqualTo(7);
    }
  }

  @Test
  @Control("a plugin that hangs")
  void withoutHealthChecksNoOneNotices() throws IOException, InterruptedException {
    HealthPolicy never = new HealthPolicy(Duration.ofHours(1), Duration.ofSeconds(1), 2, Map.of());
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("b", command(7))).health(never).open()) {
      supervisor.registry().startAll(LONG);
      stop(MonitoringFixture.process(supervisor, "b"));

      await()
          .during(Duration.ofSeconds(2))
          .atMost(LONG)
          .until(() -> status(supervisor, "b").condition() == Condition.READY);
      assertThat(status(supervisor, "b").restarts()).isZero();
    }
  }

  private static void stop(ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
  }
}
