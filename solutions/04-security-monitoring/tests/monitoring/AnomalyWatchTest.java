package monitoring;

import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import contract.Calculator;
import contract.CalculatorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real plugin, watched in virtual time.
class AnomalyWatchTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final AnomalyPolicy POLICY =
      new AnomalyPolicy(SECOND, 0.1, 2, 5, 4, 8, 16, 2, 3, 4);

  private final VirtualTimeline time = new VirtualTimeline();
  private final AnomalyWatch watch = new AnomalyWatch(POLICY, time);
  private final List<AnomalyWatch.Change> changes = new ArrayList<>();

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  private Supervisor open() {
    Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("a", command(7)))
            .timeline(time)
            .interceptor(watch::interceptor)
            .open();
    watch.onQuarantine(supervisor::quarantine);
    watch.onChange(changes::add);
    watch.start();
    supervisor.registry().startAll(LONG);
    return supervisor;
  }

  /// @return how many of the calls were answered
  private int second(Calculator calculator, int calls) {
    int answered = 0;
    for (int i = 0; i < calls; i++) {
      try {
        answered += calculator.add(1, 2) == 7 ? 1 : 0;
      } catch (CalculatorException e) {
        assertThat(e).hasMessageContaining("is throttled");
      }
    }
    time.pass(SECOND);
    return answered;
  }

  @Test
  void tooManyCallsAreToldThenHeldBackAndFreedAgain() {
    try (Supervisor supervisor = open();
        watch) {
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      for (int i = 0; i < 6; i++) {
        second(calculator, 5);
      }
      assertThat(second(calculator, 25)).isEqualTo(25);
      assertThat(second(calculator, 25)).isEqualTo(25);
      assertThat(watch.level("a")).isEqualTo(AnomalyLevel.THROTTLE);
      assertThat(second(calculator, 25)).as("of 25 calls").isEqualTo(4);
      for (int i = 0; i < 6; i++) {
        second(calculator, 3);
      }
      assertThat(watch.level("a")).isEqualTo(AnomalyLevel.NORMAL);
      assertThat(second(calculator, 8)).isEqualTo(8);
      assertThat(changes)
          .extracting(AnomalyWatch.Change::to)
          .containsExactly(AnomalyLevel.THROTTLE, AnomalyLevel.ALERT, AnomalyLevel.NORMAL);
      assertThat(changes.getFirst().reason()).startsWith("25 calls in 1 s; usual are 5");
    }
  }

  @Test
  void aPluginThatIsDeniedMoreAndMoreIsTakenOut() {
    try (Supervisor supervisor = open();
        watch) {
      time.pass(SECOND.multipliedBy(6));
      for (int i = 0; i < 2; i++) {
        for (int denial = 0; denial < 50; denial++) {
          watch.denied("a");
        }
        time.pass(SECOND);
      }
      assertThat(status(supervisor, "a").condition()).isEqualTo(Condition.QUARANTINED);
      assertThat(status(supervisor, "a").lastError())
          .isEqualTo("50 denials in 1 s; usual are 0.0, give or take 2.0");
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      assertThatThrownBy(() -> calculator.subtract(1, 1)).hasMessageContaining("50 denials");
    }
  }

  /// As when a plugin was denied something that the supervisor does not know, or a listener fails.
  @Test
  void whoFailsWhenToldEndsNoWatch() {
    watch.onChange(
        change -> {
          throw new IllegalStateException("the pager is out of order");
        });
    watch.onChange(changes::add);
    watch.onQuarantine(
        (plugin, reason) -> {
          throw new IllegalArgumentException("no plugin is named " + plugin);
        });
    watch.start();
    try (watch) {
      watch.denied("unknown");
      time.pass(SECOND.multipliedBy(6));
      for (int i = 0; i < 2; i++) {
        for (int denial = 0; denial < 50; denial++) {
          watch.denied("unknown");
        }
        time.pass(SECOND);
      }
      assertThat(watch.level("unknown")).isEqualTo(AnomalyLevel.QUARANTINE);
      time.pass(SECOND.multipliedBy(9));
      assertThat(watch.level("unknown")).isEqualTo(AnomalyLevel.NORMAL);
      assertThat(changes).hasSize(4);
    }
  }
}
