package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import contract.CalculatorUnavailableException;
import contract.MemoryChange;
import contract.MemoryRegister;
import contract.MemoryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lifecycle.ClientConfig;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A plugin's process is killed again and again while callers change its memory.
///
/// Each caller adds a power of 8192 of its own, so the memory's value tells, exactly, how many of
/// each caller's changes were made. SIGKILL loses nothing that the operating system already has;
/// what a power cut would lose is the matter of [SnapshotFileTest].
class MemoryCrashTest {
  private static final int ROUNDS = 30;
  private static final int CALLERS = 4;
  private static final long STEP = 8192;

  @TempDir private Path folder;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void noAcknowledgedChangeIsLost() throws Exception {
    long seed = 3003;
    Random random = new Random(seed);
    long[] made = new long[CALLERS];
    List<List<MemoryState>> acknowledged = List.of();
    for (int round = 1; round <= ROUNDS; round++) {
      try (PluginClient client = start()) {
        made = checked(where(seed, round), memoryOf(client), made, acknowledged);
        acknowledged = changeUntilKilled(client, random.nextInt(1, 150));
      }
    }
    try (PluginClient client = start()) {
      made = checked(where(seed, ROUNDS + 1), memoryOf(client), made, acknowledged);
      assertThat(client.kill().graceful()).isTrue();
    }
    assertThat(made).as("all callers had work").doesNotContain(0);
  }

  private static String where(long seed, int round) {
    return "seed %d, start %d".formatted(seed, round);
  }

  private PluginClient start() {
    ClientConfig.Builder config =
        ClientConfig.builder(
                CalculatorPlugin.HANDSHAKE,
                CalculatorPlugin.command("2", folder.resolve("memory.json").toString()))
            .startTimeout(Duration.ofSeconds(30));
    CalculatorVersions.ofHost().forEach(config::plugins);
    return PluginClient.of(config.build());
  }

  private static MemoryRegister memoryOf(PluginClient client) {
    return client.dispense(CalculatorVersions.MEMORY, MemoryRegister.class);
  }

  /// What each caller was answered until the plugin was killed, after that many answers.
  private static List<List<MemoryState>> changeUntilKilled(PluginClient client, int answers)
      throws Exception {
    MemoryRegister memory = memoryOf(client);
    CountDownLatch toCome = new CountDownLatch(answers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<MemoryState>>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        double operand = Math.pow(STEP, caller);
        callers.add(threads.submit(() -> changeUntilGone(memory, operand, toCome)));
      }
      assertThat(toCome.await(60, TimeUnit.SECONDS)).isTrue();
      ProcessHandle.of(client.reattachConfig().pid()).orElseThrow().destroyForcibly();
      List<List<MemoryState>> acknowledged = new ArrayList<>();
      for (Future<List<MemoryState>> caller : callers) {
        acknowledged.add(caller.get(60, TimeUnit.SECONDS));
      }
      return acknowledged;
    }
  }

  private static List<MemoryState> changeUntilGone(
      MemoryRegister memory, double operand, CountDownLatch toCome) {
    List<MemoryState> acknowledged = new ArrayList<>();
    while (true) {
      try {
        acknowledged.add(memory.add(operand));
        toCome.countDown();
      } catch (CalculatorUnavailableException e) {
        return acknowledged;
      }
    }
  }

  /// Compares the memory with what its callers were told, and returns how many changes of each
  /// caller it has.
  ///
  /// @param before how many it had before those callers came
  /// @param acknowledged the answers of each caller; empty if there were no callers
  private static long[] checked(
      String where, MemoryRegister memory, long[] before, List<List<MemoryState>> acknowledged) {
    MemoryState found = memory.recall();
    long[] made = counts(found.value());
    long total = 0;
    for (int caller = 0; caller < CALLERS; caller++) {
      long answered = acknowledged.isEmpty() ? 0 : acknowledged.get(caller).size();
      // The one that had no answer when the process was killed may have been made.
      long unanswered = acknowledged.isEmpty() ? 0 : 1;
      assertThat(made[caller] - before[caller])
          .as("%s, changes of caller %d", where, caller)
          .isBetween(answered, answered + unanswered);
      total += made[caller];
    }
    assertThat(found.revision()).as("%s, one revision a change", where).isEqualTo(total);
    checkHistory(where, memory.history(), acknowledged);
    return made;
  }

  private static long[] counts(double value) {
    long rest = (long) value;
    long[] counts = new long[CALLERS];
    for (int caller = 0; caller < CALLERS; caller++) {
      counts[caller] = rest % STEP;
      rest /= STEP;
    }
    return counts;
  }

  /// Each answer that the history reaches back to stands in it as the caller was told.
  private static void checkHistory(
      String where, List<MemoryChange> history, List<List<MemoryState>> acknowledged) {
    long first = history.isEmpty() ? Long.MAX_VALUE : history.getFirst().revision();
    List<MemoryState> states =
        history.stream().map(change -> new MemoryState(change.revision(), change.after())).toList();
    assertThat(states)
        .as(where)
        .containsAll(
            acknowledged.stream()
                .flatMap(List::stream)
                .filter(state -> state.revision() >= first)
                .toList());
  }
}
