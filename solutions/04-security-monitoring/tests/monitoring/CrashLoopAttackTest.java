package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import attack.Attack;
import attack.Control;
import basics.Logging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A plugin that crashes, and crashes, for a day. The day passes in virtual time.
class CrashLoopAttackTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration START = Duration.ofMillis(400);

  private final VirtualTimeline time = new VirtualTimeline();
  private final List<SupervisorEvent> events = new ArrayList<>();

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  /// A plugin that takes its time to start, and ends by itself after another while.
  private final class Crashing implements Supervised {
    private final Duration life;
    private Recovery recovery = recovery(RestartPolicy.DEFAULT, false);
    private Optional<String> missing = Optional.empty();
    private boolean changed;
    private boolean warm;
    private boolean up;
    private int starts;
    private int takenOut;
    private int mostPlanned;

    /// @param life zero for one that does not even start
    Crashing(Duration life) {
      this.life = life;
    }

    private Recovery recovery(RestartPolicy policy, boolean standby) {
      return new Recovery(this, policy, standby, time, new Random(7), events::add);
    }

    Crashing with(RestartPolicy policy, boolean standby) {
      recovery = recovery(policy, standby);
      return this;
    }

    @Override
    public String name() {
      return "crashing";
    }

    @Override
    public void start() {
      starts++;
      time.after(START, life.isZero() ? () -> recovery.lost("no licence") : this::serve);
    }

    private void serve() {
      up = true;
      recovery.ready();
      time.after(life, this::die);
    }

    private void die() {
      if (!up) {
        return;
      }
      up = false;
      recovery.lost("exit code 3");
      if (warm) {
        warm = false;
        up = true;
        recovery.promoted();
        time.after(life, this::die);
      }
      mostPlanned = Math.max(mostPlanned, time.planned());
    }

    @Override
    public CompletableFuture<Void> warmStandby() {
      starts++;
      warm = true;
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void takeOut(String reason) {
      takenOut++;
      up = false;
      warm = false;
    }

    @Override
    public Optional<String> missing() {
      return missing;
    }

    @Override
    public boolean adoptChangedManifest() {
      boolean answer = changed;
      changed = false;
      return answer;
    }
  }

  private <E extends SupervisorEvent> Stream<E> told(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  @Test
  @Attack(
      value = "a plugin that crashes at every start, for a day",
      defence = "backoff, a budget of 3 an hour, quarantine",
      exercise = "4.7")
  void onePluginThatNeverStartsIsStartedFourTimesADayAndNotTwoHundredThousandTimes() {
    Crashing plugin = new Crashing(Duration.ZERO);
    plugin.start();
    time.pass(DAY);

    assertThat(plugin.starts).as("the first start and three restarts").isEqualTo(4);
    assertThat(plugin.takenOut).isEqualTo(1);
    assertThat(plugin.recovery.restarts()).isEqualTo(3);
    assertThat(plugin.recovery.quarantine().orElseThrow().reason())
        .isEqualTo("3 restarts within 1 h did not help; the last failure: no licence");
    assertThat(told(SupervisorEvent.Quarantined.class)).hasSize(1);
    assertThat(time.planned()).as("only the look at its manifest").isEqualTo(1);
    plugin.recovery.close();
    assertThat(time.planned()).isZero();
  }

  @Test
  @Control({"a plugin that crashes at every start, for a day"})
  void withoutABudgetOnlyTheBackoffHoldsTheStorm() {
    RestartPolicy endless =
        new RestartPolicy(
            new Backoff(Duration.ofMillis(50), Duration.ofMinutes(1)),
            Integer.MAX_VALUE,
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));
    Crashing plugin = new Crashing(Duration.ZERO).with(endless, false);
    plugin.start();
    time.pass(DAY);
    // 30.4 s for each on the average: half a minute of waiting and the start.
    assertThat(plugin.starts).isBetween(2_500, 3_200);
  }

  @Test
  void aPluginThatCrashesRarelyIsRestartedAllDay() {
    Crashing plugin = new Crashing(Duration.ofMinutes(25));
    plugin.start();
    time.pass(DAY);

    assertThat(plugin.recovery.quarantine()).isEmpty();
    assertThat(plugin.recovery.restarts()).isEqualTo(57);
    assertThat(plugin.starts).isEqualTo(58);
    assertThat(told(SupervisorEvent.RestartPlanned.class))
        .as("it has recovered each time: the wait does not grow")
        .allMatch(planned -> planned.delay().compareTo(Duration.ofMillis(50)) <= 0);
    assertThat(plugin.mostPlanned).as("what is planned does not pile up").isLessThanOrEqualTo(2);
    plugin.recovery.close();
  }

  @Test
  void aPluginThatCrashesTooOftenEndsInQuarantine() {
    Crashing plugin = new Crashing(Duration.ofMinutes(10));
    plugin.start();
    time.pass(DAY);
    assertThat(plugin.starts).isEqualTo(4);
    assertThat(plugin.recovery.quarantine()).isPresent();
  }

  @Test
  void whoIsReleasedEachHourGetsAFullBudgetEachHour() {
    Crashing plugin = new Crashing(Duration.ZERO);
    plugin.start();
    for (int hour = 1; hour < 24; hour++) {
      time.pass(Duration.ofHours(1));
      assertThat(plugin.recovery.release("by a person")).isTrue();
    }
    time.pass(Duration.ofHours(1));
    assertThat(plugin.starts).isEqualTo(24 * 4);
    assertThat(time.planned()).isEqualTo(1);
    assertThat(plugin.recovery.quarantine()).isPresent();
  }

  @Test
  void aChangedManifestEndsTheQuarantine() {
    Crashing plugin = new Crashing(Duration.ZERO);
    plugin.start();
    time.pass(Duration.ofHours(1));
    assertThat(plugin.starts).isEqualTo(4);
    plugin.changed = true;
    time.pass(Duration.ofHours(1));
    assertThat(plugin.starts).as("with a full budget").isEqualTo(8);
    assertThat(told(SupervisorEvent.Released.class))
        .singleElement()
        .returns("its manifest has changed", SupervisorEvent.Released::how);
  }

  @Test
  void standbysCountAgainstTheSameBudget() {
    Crashing plugin = new Crashing(Duration.ofMinutes(10)).with(RestartPolicy.DEFAULT, true);
    plugin.start();
    time.pass(DAY);
    assertThat(plugin.recovery.restarts()).isEqualTo(3);
    assertThat(plugin.starts).as("one start and three standbys").isEqualTo(4);
    assertThat(plugin.recovery.quarantine()).isPresent();
    assertThat(time.planned()).isEqualTo(1);
  }

  @Test
  void aStandbyThatIsLostAgainAndAgainIsNotStartedForEver() {
    Crashing plugin = new Crashing(DAY.multipliedBy(2)).with(RestartPolicy.DEFAULT, true);
    plugin.start();
    for (int i = 0; i < 100; i++) {
      time.pass(Duration.ofMinutes(5));
      if (plugin.warm) {
        plugin.warm = false;
        plugin.recovery.standbyLost();
      }
    }
    assertThat(plugin.starts).as("one start and four standbys").isEqualTo(5);
    assertThat(plugin.recovery.quarantine()).as("the plugin itself serves").isEmpty();
  }

  @Test
  void whoLacksADependencyWaitsForItAndPaysNothing() {
    Crashing plugin = new Crashing(Duration.ZERO);
    plugin.missing = Optional.of("storage");
    for (int i = 0; i < 10; i++) {
      plugin.recovery.lost("the plugin \"storage\" is not ready");
    }
    time.pass(DAY);
    assertThat(plugin.starts).isZero();
    assertThat(plugin.recovery.isWaiting()).isTrue();
    plugin.missing = Optional.empty();
    plugin.recovery.dependencyReady();
    time.pass(Duration.ofMillis(1));
    assertThat(plugin.starts).isEqualTo(1);
  }

  @Test
  void whatIsQuarantinedByHandStaysSo() {
    Crashing plugin = new Crashing(DAY);
    plugin.start();
    time.pass(Duration.ofSeconds(1));
    assertThat(plugin.recovery.quarantine("it asks for too much")).isTrue();
    assertThat(plugin.recovery.quarantine("once more")).isFalse();
    plugin.recovery.lost("quarantined");
    time.pass(DAY);
    assertThat(plugin.starts).isEqualTo(1);
    assertThat(plugin.takenOut).isEqualTo(1);
    assertThat(plugin.recovery.lastError()).isEqualTo("it asks for too much");
  }
}
