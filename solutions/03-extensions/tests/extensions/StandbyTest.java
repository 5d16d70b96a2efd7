package extensions;

import static extensions.RegistryFixture.LONG;
import static extensions.RegistryFixture.awaitState;
import static extensions.RegistryFixture.command;
import static extensions.RegistryFixture.killProcess;
import static extensions.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import basics.Logging;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second process that waits, and plugins that are taken out of use.
class StandbyTest {
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

  private PluginRegistry open(PluginManifest manifest) {
    return RegistryFixture.registry(manifest).listener(events::add).open();
  }

  private void awaitTold(String... names) {
    await("events %s".formatted(List.of(names)))
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(events)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsSubsequence(names));
  }

  private static long pid(PluginHandle plugin) {
    return Long.parseLong(plugin.snapshot().process().orElseThrow().id());
  }

  @Test
  void theStandbyTakesThePlaceOfAProcessThatDies() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", command(1)))) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      long first = pid(plugin);
      plugin.warmStandby().join();
      plugin.warmStandby().join();
      assertThat(plugin.snapshot().standby()).isTrue();

      killProcess(plugin);
      await().atMost(LONG).until(() -> pid(plugin) != first);

      assertThat(plugin.requireReady().snapshot().standby()).isFalse();
      assertThat(RegistryPlugin.client(plugin).add(0, 0)).isEqualTo(1);
      awaitTold("Ready", "StandbyReady", "Died", "Promoted");

      killProcess(plugin);
      awaitState(plugin, PluginReadiness.DIED);
    }
  }

  @Test
  void aStandbyThatDiesIsToldAndTakesNoPlace() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", command(1)))) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      long first = pid(plugin);
      plugin.warmStandby().join();
      ProcessHandle.current()
          .children()
          .filter(process -> process.pid() != first)
          .forEach(ProcessHandle::destroyForcibly);
      awaitTold("StandbyReady", "StandbyLost");
      assertThat(plugin.snapshot().standby()).isFalse();
      assertThat(pid(plugin)).isEqualTo(first);
    }
  }

  @Test
  void aProcessThatIsGivenUpIsReplacedAndEnded() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", command(1)))) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      ProcessHandle first = ProcessHandle.of(pid(plugin)).orElseThrow();
      plugin.warmStandby().join();

      assertThat(plugin.giveUp("it does not answer")).isTrue();

      assertThat(first.isAlive()).isFalse();
      assertThat(pid(plugin.requireReady())).isNotEqualTo(first.pid());
      awaitTold("TakenOut", "Promoted");
      plugin.giveUp("nor does this one");
      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.DIED);
      assertThat(plugin.giveUp("there is none")).isFalse();
    }
  }

  @Test
  void whatIsTakenOutStaysOutUntilItIsStarted() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", command(1)))) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      Calculator calculator = RegistryPlugin.client(plugin);
      plugin.warmStandby().join();

      plugin.takeOut("it asked for too much");

      await()
          .atMost(LONG)
          .until(
              () -> ProcessHandle.current().children().filter(ProcessHandle::isAlive).count() == 0);
      assertThatThrownBy(() -> calculator.add(0, 0))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("it asked for too much");
      assertThatThrownBy(() -> plugin.warmStandby().join()).hasMessageContaining("failed");
      plugin.start().join();
      assertThat(calculator.add(0, 0)).isEqualTo(1);
    }
  }

  @Test
  void aStartThatIsTakenOutLeavesNoProcess() {
    PluginManifest waiting = manifest("a", "1.0.0", command(1, folder.resolve("go")));
    try (PluginRegistry registry = open(waiting)) {
      PluginHandle plugin = registry.plugin("a");
      assertThat(plugin.start()).isNotDone();
      plugin.takeOut("not wanted");
      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.FAILED);
    }
    RegistryFixture.assertNothingRuns();
  }

  @Test
  void anotherManifestIsForTheNextStartAlone() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", RegistryFixture.BROKEN))) {
      PluginHandle plugin = registry.plugin("a");
      assertThatThrownBy(() -> plugin.start().join()).hasMessageContaining("no licence");
      PluginManifest mended = manifest("a", "1.0.1", command(7));

      registry.replaceManifest(mended);

      assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.FAILED);
      assertThat(registry.catalog().plugin("a")).isEqualTo(mended);
      plugin.start().join();
      assertThat(RegistryPlugin.client(plugin).add(0, 0)).isEqualTo(7);
      assertThatThrownBy(() -> registry.replaceManifest(mended)).hasMessageContaining("swap it");
    }
  }

  @Test
  void aStandbyThatIsOfNoUseIsEndedAndTakesNoPlace() {
    try (PluginRegistry registry = open(manifest("a", "1.0.0", command(1)))) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      assertThat(plugin.examineStandby((id, channel) -> false)).as("none waits").isTrue();
      plugin.warmStandby().join();
      long[] pid = new long[1];
      assertThat(
              plugin.examineStandby(
                  (id, channel) -> {
                    pid[0] = Long.parseLong(id);
                    return new CalculatorClient(channel).add(0, 0) == 1;
                  }))
          .isTrue();
      assertThat(plugin.snapshot().standby()).isTrue();

      assertThat(plugin.examineStandby((id, channel) -> false)).isFalse();

      assertThat(plugin.snapshot().standby()).isFalse();
      assertThat(ProcessHandle.of(pid[0]).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(plugin.requireReady().snapshot().readiness()).isEqualTo(PluginReadiness.READY);
      awaitTold("StandbyReady", "StandbyLost");
    }
  }
}
