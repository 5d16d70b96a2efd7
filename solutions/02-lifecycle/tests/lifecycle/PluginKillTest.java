package lifecycle;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a plugin ends: asked, forced, or by itself.
class PluginKillTest {
  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F12")
  @Tag("F21")
  @Tag("F37")
  @Tag("case-3")
  @Tag("case-28")
  @Tag("case-76")
  void aGracefulKillLetsThePluginCleanUp() {
    Path file = folder.resolve("cleanup");
    PluginClient client = PluginClient.of(Helper.plugin("cleanup", file.toString()).build());
    client.start();
    Path socket = Path.of(client.reattachConfig().address().address());
    assertThat(socket).exists();
    client.ping();

    List<CompletableFuture<KillReport>> kills = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      kills.add(CompletableFuture.supplyAsync(client::kill));
    }
    KillReport report = client.kill();

    assertThat(report.graceful()).as("%s", report).isTrue();
    assertThat(report.steps()).hasSize(1);
    assertThat(kills)
        .as("callers at the same time get the one report")
        .allSatisfy(kill -> assertThat(kill.join()).isSameAs(report));
    assertThat(file).hasContent("cleaned up");
    assertThat(socket).as("the socket's file").doesNotExist();
    assertThat(client.state()).isEqualTo(new PluginState.Exited(ExitStatus.of(0)));
    assertThat(client.exit()).isCompletedWithValue(ExitStatus.of(0));
    Duration life = client.status().uptime();
    assertThat(life).isPositive();
    assertThat(client.status().uptime()).as("it stands still after the end").isEqualTo(life);
    assertThatThrownBy(client::ping).isInstanceOf(PluginStoppedException.class);
    assertThatThrownBy(() -> client.dispense("calculator", Calculator.class))
        .isInstanceOf(PluginStoppedException.class)
        .hasMessageContaining("exit code 0");
  }

  @Test
  @Tag("F21")
  @Tag("F37")
  @Tag("case-66")
  void aStoppedPluginIsKilledInBoundedTime() throws Exception {
    PluginClient client =
        PluginClient.of(Helper.plugin("plain").killTimes(Helper.IMPATIENT).build());
    client.start();
    long pid = client.reattachConfig().pid();
    Path socket = Path.of(client.reattachConfig().address().address());
    Helper.signal("STOP", pid);
    long start = System.nanoTime();

    KillReport report = client.kill();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(report.steps())
        .extracting(KillReport.Step::rung)
        .as("SIGTERM does not reach a stopped process")
        .containsExactly(KillReport.Rung.SHUTDOWN, KillReport.Rung.TERMINATE, KillReport.Rung.KILL);
    assertThat(report.ended()).isTrue();
    assertThat(client.state()).isEqualTo(new PluginState.Exited(ExitStatus.of(137)));
    assertThat(socket).as("the host removes what SIGKILL leaves behind").doesNotExist();
    Helper.awaitGone(pid);
  }

  /// A pool that shuts down interrupts its threads; what they close is asked politely all the same.
  @Test
  @Tag("F12")
  @Tag("F21")
  void anInterruptedThreadGivesThePluginItsGrace() {
    Path file = folder.resolve("cleanup");
    PluginClient client = PluginClient.of(Helper.plugin("cleanup", file.toString()).build());
    client.start();
    Thread.currentThread().interrupt();

    KillReport report = client.kill();

    assertThat(Thread.interrupted()).as("the thread is interrupted after the kill").isTrue();
    assertThat(report.graceful()).as("%s", report).isTrue();
    assertThat(file).hasContent("cleaned up");
    assertThat(client.state()).isEqualTo(new PluginState.Exited(ExitStatus.of(0)));
  }

  @Test
  @Tag("F21")
  void anInterruptWhileItWaitsCutsNoRungShort() {
    String script =
        """
        trap 'sleep 2; exit 0' TERM
        echo '1|1|unix|/tmp/no-such-socket|grpc|'
        while :; do sleep 0.05; done
        """;
    KillTimes times =
        new KillTimes(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(5));
    PluginClient client = PluginClient.of(Helper.script(script).killTimes(times).build());
    client.start();
    Thread killer = Thread.currentThread();
    CompletableFuture<Void> interrupt =
        CompletableFuture.runAsync(
            killer::interrupt, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS));

    KillReport report = client.kill();

    assertThat(Thread.interrupted()).as("the thread is interrupted after the kill").isTrue();
    assertThat(interrupt).isCompleted();
    assertThat(report.steps())
        .extracting(KillReport.Step::rung)
        .containsExactly(KillReport.Rung.SHUTDOWN, KillReport.Rung.TERMINATE);
    assertThat(client.state()).isEqualTo(new PluginState.Exited(ExitStatus.of(0)));
  }

  @Test
  @Tag("F21")
  void aPluginThatIgnoresAllIsKilledWithItsDescendants() throws IOException {
    Path file = folder.resolve("grandchild");
    PluginClient client =
        PluginClient.of(Helper.plugin("deaf", file.toString()).killTimes(Helper.IMPATIENT).build());
    client.start();
    long grandchild = Long.parseLong(Files.readString(file));
    assertThat(Helper.runs(grandchild)).isTrue();

    KillReport report = client.kill();

    assertThat(report.steps())
        .extracting(KillReport.Step::rung)
        .containsExactly(KillReport.Rung.SHUTDOWN, KillReport.Rung.TERMINATE, KillReport.Rung.KILL);
    assertThat(report.ended()).isTrue();
    Helper.awaitGone(grandchild);
  }

  @Test
  @Tag("F21")
  @Tag("case-67")
  void aDescendantThatHoldsThePipesHoldsNothingUp() throws IOException {
    Path file = folder.resolve("grandchild");
    PluginClient client = PluginClient.of(Helper.plugin("family", file.toString()).build());
    client.start();
    long grandchild = Long.parseLong(Files.readString(file));
    long start = System.nanoTime();

    KillReport report = client.kill();

    assertThat(report.graceful()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    Helper.awaitGone(grandchild);
  }

  @Test
  @Tag("F21")
  @Tag("F40")
  void sigtermLetsAPluginSpeakItsLastWords() {
    CapturedLog log = new CapturedLog(ch.qos.logback.classic.Level.DEBUG);
    String script =
        """
        trap 'echo good bye >&2; exit 0' TERM
        echo '1|1|unix|/tmp/no-such-socket|grpc|'
        while :; do sleep 0.05; done
        """;
    PluginClient client =
        PluginClient.of(
            Helper.script(script)
                .logger(log.logger())
                .killTimes(
                    new KillTimes(
                        Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(5)))
                .build());
    client.start();

    KillReport report = client.kill();

    assertThat(report.steps())
        .extracting(KillReport.Step::rung)
        .containsExactly(KillReport.Rung.SHUTDOWN, KillReport.Rung.TERMINATE);
    assertThat(client.state()).isEqualTo(new PluginState.Exited(ExitStatus.of(0)));
    assertThat(log.lines()).contains("DEBUG good bye");
  }

  @Test
  @Tag("F23")
  @Tag("case-6")
  void anEndFromOutsideIsSeenAndTold() throws Exception {
    List<String> states = new CopyOnWriteArrayList<>();
    CompletableFuture<ExitStatus> told = new CompletableFuture<>();
    PluginSet plugins =
        PluginSet.of(
            "exit",
            Object.class,
            context -> {
              context.exit().thenAccept(told::complete);
              return new Object();
            });
    ClientConfig config =
        Helper.script(
                """
                echo 'out of words' >&2
                echo '1|1|unix|/tmp/no-such-socket|grpc|'
                exec sleep 300
                """)
            .plugins(plugins)
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.onStateChange(change -> states.add(change.to().label()));
      Object _ = client.dispense("exit", Object.class);
      Helper.signal("KILL", client.reattachConfig().pid());

      assertThat(told).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitStatus.of(137));
      await().until(client::exited);
      await().until(() -> client.state().isFinal());
      assertThat(states).containsExactly("starting", "running", "exited");
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(client::ping)
                      .isInstanceOf(PluginStoppedException.class)
                      .hasMessageContaining("exit code 137 (SIGKILL)")
                      .hasMessageContaining("out of words"));
      assertThat(client.kill().steps()).as("it is gone: no rung").isEmpty();
    }
  }

  @Test
  @Tag("F25")
  void detachLeavesTheProcessRunning() throws Exception {
    PluginClient client =
        PluginClient.of(
            Helper.script("echo '1|1|unix|/tmp/no-such-socket|grpc|'; exec sleep 300").build());
    client.start();
    long pid = client.reattachConfig().pid();
    try {
      client.detach();

      assertThat(Helper.runs(pid)).isTrue();
      assertThat(client.kill().steps()).as("kill after detach touches nothing").isEmpty();
      assertThat(Helper.runs(pid)).isTrue();
      assertThat(client.state().label()).isEqualTo("exited");
      assertThatThrownBy(client::ping).isInstanceOf(PluginStoppedException.class);
    } finally {
      Helper.signal("KILL", pid);
    }
  }

  @Test
  void aListenerThatFailsKeepsNeitherStartNorEndFromHappening() {
    List<String> states = new CopyOnWriteArrayList<>();
    PluginClient client = PluginClient.of(Helper.plugin("plain").build());
    client.onStateChange(
        change -> {
          throw new IllegalStateException("a listener fails at " + change.to().label());
        });
    client.onStateChange(change -> states.add(change.to().label()));
    client.start();
    long pid = client.reattachConfig().pid();

    assertThat(client.kill().ended()).isTrue();
    assertThat(client.exit()).succeedsWithin(Duration.ofSeconds(5));
    assertThat(states).containsExactly("starting", "running", "stopping", "exited");
    Helper.awaitGone(pid);
  }
}
