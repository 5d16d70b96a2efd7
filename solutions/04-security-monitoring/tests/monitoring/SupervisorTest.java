package monitoring;

import static monitoring.MonitoringFixture.ADD;
import static monitoring.MonitoringFixture.BROKEN;
import static monitoring.MonitoringFixture.LONG;
import static monitoring.MonitoringFixture.SUBTRACT;
import static monitoring.MonitoringFixture.awaitCondition;
import static monitoring.MonitoringFixture.calculator;
import static monitoring.MonitoringFixture.command;
import static monitoring.MonitoringFixture.manifest;
import static monitoring.MonitoringFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import attack.Attack;
import attack.Control;
import basics.CalculatorClient;
import basics.Logging;
import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Recovery with real processes.
@Timeout(120)
class SupervisorTest {
  private final List<SupervisorEvent> events = new CopyOnWriteArrayList<>();

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    MonitoringFixture.assertNothingRuns();
  }

  private Supervisor.Builder idempotent(PluginManifest... manifests) {
    return MonitoringFixture.supervisor(manifests)
        .listener(events::add)
        .retries(RetryPolicy.DEFAULT.with(Set.of(ADD)));
  }

  /// Callers without a pause, until they are told to stop.
  private static final class Load {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger good = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> callers = new ArrayList<>();

    static Load on(Calculator calculator) {
      Load load = new Load();
      for (int i = 0; i < 8; i++) {
        load.callers.add(Thread.startVirtualThread(() -> load.call(calculator)));
      }
      return load;
    }

    private void call(Calculator calculator) {
      while (!stopped.get()) {
        try {
          assertThat(calculator.add(1, 2)).isEqualTo(7);
          good.incrementAndGet();
        } catch (CalculatorException e) {
          failures.add(e);
        }
      }
    }

    void awaitMore(int calls) {
      int before = good.get();
      await("good answers").atMost(LONG).until(() -> good.get() > before + calls);
    }

    void stop() throws InterruptedException {
      stopped.set(true);
      for (Thread caller : callers) {
        caller.join();
      }
    }
  }

  @Test
  void noIdempotentCallFailsWhenThePluginIsKilledUnderLoad() throws InterruptedException {
    try (Supervisor supervisor = idempotent(manifest("a", command(7))).open()) {
      supervisor.registry().startAll(LONG);
      Load load = Load.on(supervisor.client("a", MonitoringFixture::calculator));
      load.awaitMore(100);

      MonitoringFixture.kill(supervisor, "a");
      await().atMost(LONG).until(() -> status(supervisor, "a").restarts() == 1);
      awaitCondition(supervisor, "a", Condition.READY);
      load.awaitMore(100);
      load.stop();

      assertThat(load.failures).isEmpty();
      assertThat(status(supervisor, "a").lastError()).contains("SIGKILL");
    }
  }

  @Test
  void aStandbyTakesOverAndIsFollowedByAnother() throws InterruptedException {
    try (Supervisor supervisor =
        idempotent(manifest("a", command(7))).standby(Set.of("a")).open()) {
      supervisor.registry().startAll(LONG);
      Load load = Load.on(supervisor.client("a", MonitoringFixture::calculator));
      for (int kill = 1; kill <= 2; kill++) {
        int done = kill;
        await().atMost(LONG).until(() -> status(supervisor, "a").standby());
        MonitoringFixture.kill(supervisor, "a");
        await().atMost(LONG).until(() -> status(supervisor, "a").restarts() == done);
        load.awaitMore(100);
      }
      load.stop();
      assertThat(load.failures).isEmpty();
    }
  }

  @Test
  void whatIsNotIdempotentFailsAtOnceWithARetriableStatus() {
    try (Supervisor supervisor = idempotent(manifest("a", command(7))).open()) {
      supervisor.registry().startAll(LONG);
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      CompletableFuture<Double> inFlight =
          CompletableFuture.supplyAsync(
              () -> calculator.subtract(15_000, 0), Thread::startVirtualThread);
      await()
          .atMost(LONG)
          .until(() -> supervisor.registry().plugin("a").snapshot().callsInFlight() == 1);

      long start = System.nanoTime();
      MonitoringFixture.kill(supervisor, "a");

      assertThatThrownBy(inFlight::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("SIGKILL");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      awaitCondition(supervisor, "a", Condition.READY);
    }
  }

  @Test
  @Attack(
      value = "a plugin that crashes at every start",
      defence = "quarantine after three restarts, no storm",
      exercise = "4.7")
  void aPluginThatCrashesAtEveryStartIsQuarantinedUntilItsManifestChanges() throws IOException {
    Path file = Files.createDirectory(folder.resolve("a")).resolve(PluginManifest.FILE_NAME);
    write(file, "a", BROKEN, "1.0.0");
    RestartPolicy policy =
        new RestartPolicy(
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(20)),
            3,
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(50));
    AtomicInteger starts = new AtomicInteger();
    try (Supervisor supervisor =
        Supervisor.builder(
                PluginCatalog.discover(folder),
                manifest -> {
                  starts.incrementAndGet();
                  return MonitoringFixture.config(manifest);
                })
            .restarts(policy)
            .retries(RetryPolicy.DEFAULT.with(Set.of(ADD, SUBTRACT)))
            .open()) {
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      assertThatThrownBy(() -> calculator.add(1, 2))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("no licence");
      awaitCondition(supervisor, "a", Condition.QUARANTINED);
      assertThat(starts).hasValue(4);

      assertThatThrownBy(() -> supervisor.registry().plugin("a").start().join())
          .hasMessageContaining("is quarantined since")
          .hasMessageContaining("no licence")
          .hasMessageContaining("release it or change its manifest");
      assertThat(starts).hasValue(4);

      write(file, "b", command(9), "1.0.1");
      await("another plugin's name ends no quarantine")
          .during(Duration.ofMillis(300))
          .until(() -> status(supervisor, "a").condition() == Condition.QUARANTINED);

      write(file, "a", command(9), "1.0.1");
      awaitCondition(supervisor, "a", Condition.READY);
      assertThat(calculator.add(1, 2)).isEqualTo(9);
      assertThat(status(supervisor, "a").version()).isEqualTo("1.0.1");
    }
  }

  @Test
  @Control("a plugin that crashes at every start")
  void withoutABudgetItIsStartedAgainAndAgain() {
    RestartPolicy endless =
        new RestartPolicy(
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)),
            Integer.MAX_VALUE,
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));
    AtomicInteger starts = new AtomicInteger();
    try (Supervisor supervisor =
        Supervisor.builder(
                PluginCatalog.of(List.of(manifest("a", BROKEN))),
                manifest -> {
                  starts.incrementAndGet();
                  return MonitoringFixture.config(manifest);
                })
            .restarts(endless)
            .open()) {
      supervisor.registry().plugin("a").start();
      await("a storm").atMost(LONG).until(() -> starts.get() > 20);
    }
  }

  private static void write(Path file, String name, List<String> command, String version)
      throws IOException {
    StringBuilder yaml = new StringBuilder("name: " + name + "\nkind: calculator\n");
    yaml.append("version: ").append(version).append("\ncommand:\n");
    for (String part : command) {
      yaml.append("  - '").append(part.replace("'", "''")).append("'\n");
    }
    Path fresh = Files.writeString(file.resolveSibling("fresh"), yaml);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void aPersonQuarantinesAndReleases() {
    try (Supervisor supervisor = idempotent(manifest("a", command(7))).open()) {
      supervisor.registry().startAll(LONG);
      Calculator calculator = supervisor.client("a", MonitoringFixture::calculator);
      ProcessHandle process = MonitoringFixture.process(supervisor, "a");

      assertThat(supervisor.quarantine("a", "it asks for too much")).isTrue();

      assertThat(process.isAlive()).isFalse();
      long start = System.nanoTime();
      assertThatThrownBy(() -> calculator.add(1, 2))
          .as("also an idempotent call does not wait for a plugin in quarantine")
          .hasMessageContaining("it asks for too much");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(status(supervisor, "a").condition()).isEqualTo(Condition.QUARANTINED);

      assertThat(supervisor.release("a")).isTrue();
      awaitCondition(supervisor, "a", Condition.READY);
      assertThat(calculator.add(1, 2)).isEqualTo(7);
      assertThat(supervisor.release("a")).isFalse();
    }
  }

  @Test
  void whatDependsOnADeadPluginIsStartedAfterIt() {
    try (Supervisor supervisor =
        idempotent(manifest("base", command(1)), manifest("user", command(2), Set.of("base")))
            .open()) {
      supervisor.registry().startAll(LONG);
      supervisor.quarantine("base", "for a while");
      MonitoringFixture.kill(supervisor, "user");
      awaitCondition(supervisor, "user", Condition.RESTARTING);
      assertThat(status(supervisor, "user").restarts()).isZero();

      supervisor.release("base");
      awaitCondition(supervisor, "user", Condition.READY);
      assertThat(supervisor.client("user", MonitoringFixture::calculator).add(0, 0)).isEqualTo(2);
    }
  }

  @Test
  void aPluginThatAnswersWithErrorsIsLeftAloneForAWhile() {
    VirtualTimeline time = new VirtualTimeline();
    try (Supervisor supervisor = idempotent(manifest("a", command(7))).timeline(time).open()) {
      supervisor.registry().startAll(LONG);
      Calculator calculator = calculator(supervisor.channel("a"));
      for (int i = 0; i < BreakerPolicy.DEFAULT.failures(); i++) {
        assertThatThrownBy(() -> calculator.multiply(1, 2)).isInstanceOf(CalculatorException.class);
      }
      assertThat(supervisor.circuit("a")).isEqualTo(CircuitBreaker.State.OPEN);
      assertThatThrownBy(() -> calculator.subtract(1, 2))
          .hasMessageContaining("its circuit is open");

      time.pass(BreakerPolicy.DEFAULT.openFor());
      for (int i = 0; i < BreakerPolicy.DEFAULT.trials(); i++) {
        assertThat(calculator.subtract(1, 2)).isEqualTo(7);
      }
      assertThat(supervisor.circuit("a")).isEqualTo(CircuitBreaker.State.CLOSED);
    }
  }

  /// A restart that is planned for much later, and callers who would wait for it.
  @Test
  void noCallWaitsForAPluginWhoseHostHasEnded() throws Exception {
    Duration later = Duration.ofMinutes(20);
    Calculator calculator;
    CompletableFuture<Double> waiting;
    try (Supervisor supervisor =
        MonitoringFixture.supervisor(manifest("a", BROKEN))
            .restarts(
                new RestartPolicy(
                    new Backoff(later, later), 3, Duration.ofHours(1), later, Duration.ofHours(1)))
            .random(new Latest())
            .retries(new RetryPolicy(Set.of(ADD), later, new Backoff(later, later)))
            .open()) {
      calculator =
          supervisor.client("a", channel -> new CalculatorClient(channel, later.multipliedBy(2)));
      waiting =
          CompletableFuture.supplyAsync(() -> calculator.add(1, 2), Thread::startVirtualThread);
      awaitCondition(supervisor, "a", Condition.RESTARTING);
    }
    assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CalculatorUnavailableException.class);
    CompletableFuture<Double> late =
        CompletableFuture.supplyAsync(() -> calculator.add(1, 2), Thread::startVirtualThread);
    assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CalculatorUnavailableException.class);
  }

  /// Always the longest wait that may be.
  private static final class Latest implements RandomGenerator {
    @Override
    public long nextLong() {
      return Long.MAX_VALUE;
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }
}
