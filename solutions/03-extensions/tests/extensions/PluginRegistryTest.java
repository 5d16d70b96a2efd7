package extensions;

import static extensions.RegistryFixture.LONG;
import static extensions.RegistryFixture.awaitState;
import static extensions.RegistryFixture.command;
import static extensions.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import lifecycle.PluginExitedException;
import lifecycle.PluginPingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginRegistryTest {
  private final List<RegistryEvent> events = new CopyOnWriteArrayList<>();

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    RegistryFixture.assertNothingRuns();
  }

  /// What happened, such as `Ready a`.
  private List<String> told() {
    return events.stream()
        .map(event -> event.getClass().getSimpleName() + " " + event.plugin())
        .toList();
  }

  private Path go() {
    return folder.resolve("go");
  }

  @Test
  void whoDoesNotWaitIsToldThatItIsNotReady() throws IOException {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1, go()))).open()) {
      PluginHandle plugin = registry.withCapability("arithmetic").getFirst();
      Calculator calculator = RegistryPlugin.client(plugin);
      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.DISCOVERED);

      assertThatThrownBy(plugin::requireReady)
          .isInstanceOfSatisfying(
              PluginNotReadyException.class,
              e -> {
                assertThat(e.state()).isEqualTo(PluginReadiness.STARTING);
                assertThat(e.since()).isEqualTo(plugin.snapshot().since());
              })
          .hasMessageContaining("\"a\" is not ready: starting since");
      assertThatThrownBy(() -> plugin.awaitReady(Duration.ofMillis(50)))
          .isInstanceOf(PluginNotReadyException.class);
      assertThatThrownBy(() -> calculator.add(1, 1))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("starting since");

      Files.createFile(go());
      assertThat(RegistryPlugin.client(plugin.awaitReady(LONG).requireReady()).add(1, 1))
          .isEqualTo(1);
      assertThat(calculator.add(1, 1)).isEqualTo(1);
    }
  }

  @Test
  void startsAfterWhatItNeedsAndEndsBefore() {
    try (PluginRegistry registry =
        RegistryFixture.registry(
                manifest("a", "1.0.0", command(1), Set.of("b")),
                manifest("b", "1.0.0", command(2), Set.of("c", "d")),
                manifest("c", "1.0.0", command(3)),
                manifest("d", "1.0.0", command(4)))
            .listener(events::add)
            .listener(
                event -> {
                  throw new IllegalStateException("a listener's own fault");
                })
            .open()) {
      registry.startAll(LONG);

      assertThat(registry.snapshots())
          .allMatch(snapshot -> snapshot.readiness() == PluginReadiness.READY);
      assertThat(RegistryPlugin.client(registry.plugin("d")).add(0, 0)).isEqualTo(4);
    }

    List<String> told = told();
    assertThat(told.subList(0, 4))
        .containsExactly("Discovered a", "Discovered b", "Discovered c", "Discovered d");
    assertThat(told).containsSubsequence("Ready c", "Ready b", "Ready a", "Stopped a", "Stopped b");
    assertThat(told).containsSubsequence("Ready d", "Ready b", "Stopped b", "Stopped c");
    assertThat(told).containsSubsequence("Stopped b", "Stopped d");
    assertThat(events)
        .filteredOn(RegistryEvent.Stopped.class::isInstance)
        .hasSize(4)
        .allMatch(event -> ((RegistryEvent.Stopped) event).graceful());
  }

  @Test
  void whatDoesNotStartLeavesNoProcessAndIsNotTriedAgainUnasked() {
    try (PluginRegistry registry =
        RegistryFixture.registry(
                manifest("broken", "1.0.0", RegistryFixture.BROKEN),
                manifest("deaf", "1.0.0", RegistryFixture.DEAF),
                manifest("fine", "1.0.0", command(1)),
                manifest("user", "1.0.0", command(2), Set.of("broken")))
            .listener(events::add)
            .open()) {
      assertThatThrownBy(() -> registry.startAll(LONG))
          .isInstanceOf(PluginNotReadyException.class)
          .hasCauseInstanceOf(PluginExitedException.class)
          .hasMessageContaining("no licence")
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));

      PluginHandle deaf = registry.plugin("deaf");
      assertThatThrownBy(deaf::requireReady)
          .isInstanceOf(PluginNotReadyException.class)
          .hasCauseInstanceOf(PluginPingException.class);
      assertThatThrownBy(() -> registry.plugin("user").awaitReady(LONG))
          .hasMessageContaining("\"user\" is not ready: failed")
          .hasMessageContaining("\"broken\" is not ready: failed");
      assertThat(registry.plugin("fine").requireReady().snapshot().process()).isPresent();
      assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).hasSize(1);
    }

    assertThat(told())
        .contains("Failed broken", "Failed deaf", "Failed user", "Stopped fine")
        .doesNotContain("Stopped broken", "Stopped deaf");
  }

  @Test
  void aPluginThatDiesWhileAnotherStartsTakesItsDependentAlongAndNoOther() throws IOException {
    try (PluginRegistry registry =
        RegistryFixture.registry(
                manifest("base", "1.0.0", command(1)),
                manifest("other", "1.0.0", command(2, go())),
                manifest("user", "1.0.0", command(3, go()), Set.of("base")))
            .listener(events::add)
            .open()) {
      PluginHandle base = registry.plugin("base").awaitReady(LONG);
      PluginHandle other = registry.plugin("other");
      PluginHandle user = registry.plugin("user");
      assertThat(other.start()).isNotDone();
      assertThat(user.start()).isNotDone();

      RegistryFixture.killProcess(base);
      awaitState(base, PluginReadiness.DIED);
      Files.createFile(go());

      other.awaitReady(LONG);
      assertThatThrownBy(() -> user.awaitReady(LONG))
          .isInstanceOf(PluginNotReadyException.class)
          .hasMessageContaining("\"base\" is not ready: died");
      assertThatThrownBy(base::requireReady).hasMessageContaining("its process ended by itself");

      user.start().join();
      assertThat(RegistryPlugin.client(base).add(0, 0)).isEqualTo(1);
    }

    assertThat(told())
        .containsSubsequence("Ready base", "Died base", "Failed user", "Ready base", "Ready user");
  }

  @Test
  void theEndBreaksOffWhatStarts() {
    PluginRegistry registry =
        RegistryFixture.registry(
                manifest("a", "1.0.0", command(1, go())),
                manifest("b", "1.0.0", command(2), Set.of("a")))
            .startsAtOnce(1)
            .listener(events::add)
            .open();
    PluginHandle b = registry.plugin("b");
    assertThat(b.start()).isNotDone();
    assertThatThrownBy(() -> b.awaitReady(Duration.ofMillis(300)))
        .isInstanceOf(PluginNotReadyException.class);

    registry.close();

    RegistryFixture.assertNothingRuns();
    registry.close();
    assertThatThrownBy(b::requireReady)
        .isInstanceOf(PluginNotReadyException.class)
        .hasMessageContaining("stopped");
    assertThatThrownBy(() -> b.start().join()).hasMessageContaining("stopped");
    assertThat(told()).doesNotContain("Ready a", "Ready b");
  }
}
