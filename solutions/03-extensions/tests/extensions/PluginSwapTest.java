package extensions;

import static extensions.RegistryFixture.LONG;
import static extensions.RegistryFixture.command;
import static extensions.RegistryFixture.manifest;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import contract.Calculator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lifecycle.PluginExitedException;
import lifecycle.PluginPingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PluginSwapTest {
  private static final int CALLERS = 64;

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder(@TempDir Path plugins) throws IOException {
    folder = Files.createDirectory(plugins.resolve("a"));
  }

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    RegistryFixture.assertNothingRuns();
  }

  private static long processes() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
  }

  @Test
  @Timeout(120)
  void noCallFailsOverSeveralSwapsUnder64Callers() throws InterruptedException {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1))).open()) {
      Calculator calculator = RegistryPlugin.client(registry.plugin("a").awaitReady(LONG));
      AtomicBoolean stop = new AtomicBoolean();
      AtomicLong calls = new AtomicLong();
      AtomicLong longestNanos = new AtomicLong();
      Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
      Runnable caller =
          () -> {
            while (!stop.get()) {
              long start = System.nanoTime();
              try {
                assertThat(calculator.add(0, 0)).isBetween(1.0, 4.0);
              } catch (RuntimeException | AssertionError e) {
                failures.add(e);
              }
              calls.incrementAndGet();
              longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
            }
          };
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(Thread.ofVirtual().start(caller));
      }

      for (int number = 2; number <= 4; number++) {
        SwapReport report = registry.swap(manifest("a", number + ".0.0", command(number)));
        assertThat(report.drained()).isTrue();
        assertThat(report.from()).hasToString((number - 1) + ".0.0");
        assertThat(report.to()).hasToString(number + ".0.0");
      }
      stop.set(true);
      for (Thread thread : callers) {
        thread.join();
      }

      System.out.printf(
          "3 swaps, %d callers, %d calls, %d failed, longest %.1f ms%n",
          CALLERS, calls.get(), failures.size(), longestNanos.get() / 1e6);
      assertThat(failures).isEmpty();
      assertThat(calls).hasValueGreaterThan(CALLERS);
      assertThat(calculator.add(0, 0)).isEqualTo(4);
      assertThat(registry.plugin("a").snapshot().callsInFlight()).isZero();
      assertThat(registry.catalog().plugin("a").version()).hasToString("4.0.0");
      assertThat(processes()).isEqualTo(1);
    }
  }

  @Test
  void aCallInFlightIsDoneBeforeItsProcessEnds() {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1))).drainTimeout(LONG).open()) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      Calculator calculator = RegistryPlugin.client(plugin);
      CompletableFuture<Double> slow =
          CompletableFuture.supplyAsync(() -> calculator.subtract(4_000, 0));
      await("the call is in flight").until(() -> plugin.snapshot().callsInFlight() == 1);

      SwapReport report = registry.swap(manifest("a", "2.0.0", command(2)));

      assertThat(report.drained()).isTrue();
      assertThat(slow.join()).as("the old process has answered").isEqualTo(1);
      assertThat(calculator.add(0, 0)).isEqualTo(2);
      assertThat(processes()).isEqualTo(1);
    }
  }

  @Test
  void aCallThatTakesTooLongDoesNotHoldUpTheSwap() {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1)))
            .drainTimeout(Duration.ofMillis(100))
            .open()) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      Calculator calculator = RegistryPlugin.client(plugin);
      CompletableFuture<Double> slow =
          CompletableFuture.supplyAsync(() -> calculator.subtract(25_000, 0));
      await("the call is in flight").until(() -> plugin.snapshot().callsInFlight() == 1);

      SwapReport report = registry.swap(manifest("a", "2.0.0", command(2)));

      assertThat(report.drained()).isFalse();
      assertThat(slow).failsWithin(Duration.ofSeconds(5));
      assertThat(calculator.add(0, 0)).isEqualTo(2);
      assertThat(processes()).isEqualTo(1);
    }
  }

  @Test
  void theOldProcessServesOnIfTheNewOneFails() {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1)))
            .prepare(
                (manifest, client) -> {
                  if (manifest.version().major() == 8) {
                    throw new IllegalStateException("eight gets nothing from " + client.state());
                  }
                })
            .probe(
                (manifest, channel) -> {
                  assertThat(manifest.version().major()).isNotEqualTo(8);
                  if (manifest.version().major() == 7) {
                    throw new IllegalStateException("seven does not add");
                  }
                })
            .open()) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      Calculator calculator = RegistryPlugin.client(plugin);
      String before = plugin.snapshot().process().orElseThrow().id();

      assertThatThrownBy(() -> registry.swap(manifest("a", "2.0.0", RegistryFixture.BROKEN)))
          .isInstanceOf(SwapFailedException.class)
          .hasCauseInstanceOf(PluginExitedException.class)
          .hasMessageContaining("the old process keeps serving")
          .hasMessageContaining("no licence");
      assertThatThrownBy(() -> registry.swap(manifest("a", "2.0.0", RegistryFixture.DEAF)))
          .isInstanceOf(SwapFailedException.class)
          .hasCauseInstanceOf(PluginPingException.class);
      assertThatThrownBy(() -> registry.swap(manifest("a", "7.0.0", command(7))))
          .isInstanceOf(SwapFailedException.class)
          .hasMessageContaining("seven does not add");
      assertThatThrownBy(() -> registry.swap(manifest("a", "8.0.0", command(8))))
          .isInstanceOf(SwapFailedException.class)
          .hasMessageContaining("eight gets nothing from Running");
      assertThatThrownBy(() -> registry.swap(manifest("a", "2.0.0", command(2), Set.of("storage"))))
          .isInstanceOf(SwapFailedException.class)
          .hasCauseInstanceOf(UnknownDependencyException.class);

      assertThat(calculator.add(0, 0)).isEqualTo(1);
      assertThat(plugin.snapshot().process().orElseThrow().id()).isEqualTo(before);
      assertThat(plugin.manifest().version()).hasToString("1.0.0");
      assertThat(processes()).isEqualTo(1);
    }
  }

  private void write(String version, int number) throws IOException {
    Path script = folder.resolve("run.sh");
    String java = String.join("' '", command(number));
    Files.writeString(script, "#!/bin/sh\nexec '" + java + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        folder.resolve(PluginManifest.FILE_NAME),
        "name: a\nkind: calculator\nversion: %s\ncommand: [./run.sh]\n".formatted(version));
  }

  @Test
  void startsWhatTheManifestSaysNow() throws IOException {
    write("1.0.0", 1);
    PluginCatalog catalog = PluginCatalog.discover(folder.resolveSibling(""));
    try (PluginRegistry registry =
        PluginRegistry.builder(catalog, RegistryFixture::config).open()) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      Calculator calculator = RegistryPlugin.client(plugin);
      assertThat(calculator.add(0, 0)).isEqualTo(1);

      write("1.1.0", 2);
      assertThat(registry.swap("a").to()).hasToString("1.1.0");
      assertThat(calculator.add(0, 0)).isEqualTo(2);

      write("latest", 3);
      assertThatThrownBy(() -> registry.swap("a"))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("\"latest\"");
      assertThat(calculator.add(0, 0)).isEqualTo(2);
    }
  }

  @Test
  void swapsNoOtherPluginThanTheOneThatWasNamed() throws IOException {
    write("1.0.0", 1);
    Path other = Files.createDirectory(folder.resolveSibling("b"));
    Files.copy(folder.resolve("run.sh"), other.resolve("run.sh"), COPY_ATTRIBUTES);
    String manifest = Files.readString(folder.resolve(PluginManifest.FILE_NAME));
    Files.writeString(
        other.resolve(PluginManifest.FILE_NAME), manifest.replace("name: a", "name: b"));
    PluginCatalog catalog = PluginCatalog.discover(folder.resolveSibling(""));
    try (PluginRegistry registry =
        PluginRegistry.builder(catalog, RegistryFixture::config).open()) {
      registry.startAll(LONG);
      String before = registry.plugin("b").snapshot().process().orElseThrow().id();
      Files.writeString(
          folder.resolve(PluginManifest.FILE_NAME), manifest.replace("name: a", "name: b"));

      assertThatThrownBy(() -> registry.swap("a"))
          .isInstanceOf(ManifestException.class)
          .hasMessageContainingAll("\"a\"", "\"b\"");

      assertThat(registry.plugin("b").snapshot().process().orElseThrow().id()).isEqualTo(before);
      assertThat(registry.catalog().plugin("b").file()).startsWith(other);
    }
  }

  @Test
  @Timeout(60)
  void aRestartThatComesLateDoesNotReplaceWhatASwapHasPutInPlace() throws Exception {
    Path go = folder.resolve("go");
    CountDownLatch restartIsUp = new CountDownLatch(1);
    CountDownLatch restartMayGoOn = new CountDownLatch(1);
    AtomicBoolean firstStart = new AtomicBoolean(true);
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1)))
            .probe(
                (manifest, channel) -> {
                  if (manifest.version().major() == 1 && !firstStart.getAndSet(false)) {
                    restartIsUp.countDown();
                    awaitUninterruptibly(restartMayGoOn);
                  }
                })
            .open()) {
      PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
      CompletableFuture<SwapReport> swap =
          CompletableFuture.supplyAsync(
              () -> registry.swap(manifest("a", "2.0.0", command(2, go))));
      await("the new process is there").until(() -> processes() == 2);
      RegistryFixture.killProcess(plugin);
      RegistryFixture.awaitState(plugin, PluginReadiness.DIED);
      CompletableFuture<Void> restart = plugin.start();
      assertThat(restartIsUp.await(40, TimeUnit.SECONDS)).isTrue();
      Files.createFile(go);
      assertThat(swap.get(40, TimeUnit.SECONDS).to()).hasToString("2.0.0");

      restartMayGoOn.countDown();

      assertThat(restart).as("the plugin is ready").succeedsWithin(LONG);
      assertThat(RegistryPlugin.client(plugin).add(0, 0))
          .as("the version that serves")
          .isEqualTo(2);
      assertThat(plugin.manifest().version()).hasToString("2.0.0");
      assertThat(processes()).isEqualTo(1);
    } finally {
      restartMayGoOn.countDown();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSwapDoesNotOutliveItsRegistry() {
    PluginRegistry registry = RegistryFixture.registry(manifest("a", "1.0.0", command(1))).open();
    PluginHandle plugin = registry.plugin("a").awaitReady(LONG);
    CompletableFuture<SwapReport> swap =
        CompletableFuture.supplyAsync(
            () -> registry.swap(manifest("a", "2.0.0", command(2, "/tmp/no-such-file"))));
    await("the new process is there").until(() -> processes() == 2);

    registry.close();

    assertThat(processes()).isZero();
    assertThat(swap)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(SwapFailedException.class);
    assertThat(plugin.snapshot().readiness()).isEqualTo(PluginReadiness.STOPPED);
  }

  @Test
  void whatDoesNotRunCannotBeSwapped() {
    try (PluginRegistry registry =
        RegistryFixture.registry(manifest("a", "1.0.0", command(1))).open()) {
      assertThatThrownBy(() -> registry.swap(manifest("a", "2.0.0", command(2))))
          .isInstanceOf(PluginNotReadyException.class);
      assertThatThrownBy(() -> registry.swap(manifest("b", "2.0.0", command(2))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"b\"");
    }
  }
}
