import static lifecycle.KillReport.Rung.KILL;
import static lifecycle.KillReport.Rung.SHUTDOWN;
import static lifecycle.KillReport.Rung.TERMINATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lifecycle.KillLadder;
import lifecycle.KillReport;
import lifecycle.KillTarget;
import lifecycle.KillTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The ladder against targets that only note what is done to them, then against real processes.
@Tag("2.3")
@DisplayName("2.3 KillLadder.descend")
class KillLadderCheck {
  private static final KillTimes TIMES =
      new KillTimes(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(5));

  private @Nullable Shell shell;

  @AfterEach
  void leaveNothingRunning() {
    if (shell != null) {
      shell.close();
    }
  }

  @Test
  @DisplayName("a process that is gone already needs no rung")
  void needsNoRungForTheDead() {
    Target target = new Target(Optional.empty());
    target.gone = true;

    KillReport report = new KillLadder(TIMES).descend(target);

    assertThat(target.rungs).as("what was done to a process that was gone already").isEmpty();
    assertThat(report.steps()).as("the rungs that were needed").isEmpty();
    assertThat(report.ended()).as("ended: the process is gone").isTrue();
    assertThat(report.graceful()).as("graceful: no signal was needed").isTrue();
  }

  @Test
  @DisplayName("a plugin that obeys is asked, and gets no signal")
  void onlyAsksThePluginThatObeys() {
    Target target = new Target(Optional.of(SHUTDOWN));

    KillReport report = new KillLadder(TIMES).descend(target);

    assertThat(target.rungs).as("what was done to a plugin that obeys").containsExactly(SHUTDOWN);
    assertSteps(report, SHUTDOWN);
    assertThat(report.graceful()).as("graceful: it ended because it was asked to").isTrue();
  }

  @Test
  @DisplayName("a plugin that ignores the call gets SIGTERM")
  void terminatesThePluginThatIgnoresTheCall() {
    Target target = new Target(Optional.of(TERMINATE));

    KillReport report = new KillLadder(TIMES).descend(target);

    assertThat(target.rungs)
        .as("what was done to a plugin that ends at SIGTERM")
        .containsExactly(SHUTDOWN, TERMINATE);
    assertSteps(report, SHUTDOWN, TERMINATE);
    assertThat(report.graceful()).as("graceful: no, a signal was needed").isFalse();
  }

  @Test
  @DisplayName("a plugin that ignores SIGTERM, too, gets SIGKILL")
  void killsThePluginThatIgnoresSigterm() {
    Target target = new Target(Optional.of(KILL));

    KillReport report = new KillLadder(TIMES).descend(target);

    assertThat(target.rungs)
        .as("what was done to a plugin that ends at SIGKILL only")
        .containsExactly(SHUTDOWN, TERMINATE, KILL);
    assertSteps(report, SHUTDOWN, TERMINATE, KILL);
  }

  @Test
  @DisplayName("a process that even SIGKILL does not end is reported, not waited for")
  void reportsTheProcessThatStays() {
    Target target = new Target(Optional.empty());

    KillReport report = new KillLadder(TIMES).descend(target);

    assertThat(report.ended()).as("ended: no, not even by SIGKILL").isFalse();
    assertThat(report.steps())
        .as("three steps, and none of them helped")
        .extracting(KillReport.Step::rung, KillReport.Step::ended)
        .containsExactly(tuple(SHUTDOWN, false), tuple(TERMINATE, false), tuple(KILL, false));
  }

  @Test
  @DisplayName("waits after each rung for as long as its time says")
  void waitsAfterEachRung() {
    Target target = new Target(Optional.empty());

    new KillLadder(TIMES).descend(target);

    assertThat(target.shutdownTimeout)
        .as("the timeout of the Shutdown call: at most the grace")
        .isPositive()
        .isLessThanOrEqualTo(TIMES.grace());
    assertWait(target, SHUTDOWN, TIMES.grace());
    assertWait(target, TERMINATE, TIMES.afterTerminate());
    assertWait(target, KILL, TIMES.afterKill());
  }

  @Test
  @DisplayName("the grace holds for call and wait together")
  void callAndWaitShareTheGrace() {
    Target target = new Target(Optional.of(TERMINATE));
    target.callTakes = Duration.ofMillis(150);
    KillTimes times =
        new KillTimes(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(5));

    KillReport report = new KillLadder(times).descend(target);

    assertThat(target.waited(SHUTDOWN))
        .as("the wait after a Shutdown call that took 150 ms of a grace of 200 ms")
        .isLessThanOrEqualTo(Duration.ofMillis(50));
    assertThat(report.steps().getFirst().took())
        .as("the step's time holds the call, too, which took 150 ms")
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  @DisplayName("a call that took all of the grace leaves no wait, not a negative one")
  void neverWaitsForLessThanNothing() {
    Target target = new Target(Optional.of(TERMINATE));
    target.callTakes = Duration.ofMillis(30);
    KillTimes times =
        new KillTimes(Duration.ofMillis(10), Duration.ofSeconds(10), Duration.ofSeconds(5));

    new KillLadder(times).descend(target);

    assertThat(target.waited(SHUTDOWN))
        .as("the wait after a Shutdown call that took longer than the grace")
        .isZero();
    assertThat(target.rungs).as("what was done").containsExactly(SHUTDOWN, TERMINATE);
  }

  @Test
  @DisplayName("a real process that obeys ends by itself")
  void realProcessObeys() throws IOException {
    // "Shutdown" is a line on its stdin here.
    Shell obedient = run("echo ready; read order; exit 0");

    KillReport report = new KillLadder(TIMES).descend(obedient);

    assertSteps(report, SHUTDOWN);
    assertThat(obedient.exitCode()).as("its exit code: no signal ended it").isZero();
  }

  @Test
  @DisplayName("a real process that ignores the call ends by SIGTERM")
  void realProcessIgnoresTheCall() throws IOException {
    Shell deaf = run("echo ready; exec sleep 60");

    KillReport report = new KillLadder(shortGrace(Duration.ofSeconds(5))).descend(deaf);

    assertSteps(report, SHUTDOWN, TERMINATE);
    assertThat(deaf.exitCode()).as("its exit code: 128 + 15, SIGTERM").isEqualTo(143);
  }

  @Test
  @DisplayName("a real process that ignores SIGTERM ends by SIGKILL")
  void realProcessIgnoresSigterm() throws IOException {
    Shell stubborn = run("trap '' TERM; echo ready; while :; do read order; done");

    KillReport report = new KillLadder(shortGrace(Duration.ofMillis(100))).descend(stubborn);

    assertSteps(report, SHUTDOWN, TERMINATE, KILL);
    assertThat(stubborn.exitCode()).as("its exit code: 128 + 9, SIGKILL").isEqualTo(137);
  }

  @Test
  @DisplayName("a process that the plugin has started ends with it")
  void realGrandchildEndsToo() throws IOException {
    Shell parent = run("trap '' TERM; sleep 60 & echo ready; wait; wait");

    new KillLadder(shortGrace(Duration.ofMillis(100))).descend(parent);

    assertThat(parent.outputEnds())
        .as("the process that the plugin has started still runs: SIGKILL must reach the whole tree")
        .succeedsWithin(Duration.ofSeconds(2));
  }

  private Shell run(String script) throws IOException {
    Shell started = Shell.start(script);
    shell = started;
    return started;
  }

  private static KillTimes shortGrace(Duration afterTerminate) {
    return new KillTimes(Duration.ofMillis(100), afterTerminate, Duration.ofSeconds(2));
  }

  /// All steps but the last had no effect; the last one ended the process.
  private static void assertSteps(KillReport report, KillReport.Rung... rungs) {
    assertThat(report.steps())
        .as("the steps of the report: one for each rung that was needed, in order")
        .extracting(KillReport.Step::rung)
        .containsExactly(rungs);
    assertThat(report.steps().getLast().ended())
        .as("the last step ended the process: ended is true")
        .isTrue();
    assertThat(report.steps().subList(0, rungs.length - 1))
        .as("the steps before the last did not: ended is false")
        .noneMatch(KillReport.Step::ended);
    assertThat(report.ended()).as("the report says that the process is gone").isTrue();
  }

  private static void assertWait(Target target, KillReport.Rung rung, Duration limit) {
    assertThat(target.waited(rung))
        .as("how long awaitExit was to wait after %s: about %s", rung, limit)
        .isBetween(limit.minusSeconds(2), limit);
  }

  /// Notes what is done to it, and is gone after the rung at which it ends.
  private static final class Target implements KillTarget {
    private final Optional<KillReport.Rung> endsAt;
    private final List<KillReport.Rung> rungs = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private Duration callTakes = Duration.ZERO;
    private Duration shutdownTimeout = Duration.ZERO;
    private boolean gone;

    /// @param endsAt the rung that ends it; empty if none does
    Target(Optional<KillReport.Rung> endsAt) {
      this.endsAt = endsAt;
    }

    @Override
    public void requestShutdown(Duration timeout) {
      shutdownTimeout = timeout;
      long end = System.nanoTime() + callTakes.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      on(SHUTDOWN);
    }

    @Override
    public void terminate() {
      on(TERMINATE);
    }

    @Override
    public void killTree() {
      on(KILL);
    }

    private void on(KillReport.Rung rung) {
      rungs.add(rung);
      waits.add(Duration.ofSeconds(-1));
      gone |= endsAt.equals(Optional.of(rung));
    }

    @Override
    public boolean awaitExit(Duration timeout) {
      assertThat(timeout)
          .as("the time that awaitExit is to wait")
          .isGreaterThanOrEqualTo(Duration.ZERO);
      if (!waits.isEmpty() && waits.getLast().isNegative()) {
        waits.set(waits.size() - 1, timeout);
      }
      return gone;
    }

    /// The first wait after that rung.
    Duration waited(KillReport.Rung rung) {
      assertThat(rungs).as("what was done").contains(rung);
      Duration wait = waits.get(rungs.indexOf(rung));
      assertThat(wait)
          .as("awaitExit is called after %s", rung)
          .isGreaterThanOrEqualTo(Duration.ZERO);
      return wait;
    }
  }

  /// A real process that runs a shell script.
  private static final class Shell implements KillTarget, AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Shell(Process process) {
      this.process = process;
      this.output = process.inputReader();
    }

    /// Starts the script and waits for its first line.
    static Shell start(String script) throws IOException {
      Shell shell = new Shell(new ProcessBuilder("/bin/sh", "-c", script).start());
      assertThat(shell.output.readLine()).as("the script's first line").isEqualTo("ready");
      return shell;
    }

    /// Completes when no process of the tree holds the script's stdout any more.
    CompletableFuture<Void> outputEnds() {
      return CompletableFuture.runAsync(() -> output.lines().forEach(line -> {}));
    }

    @Override
    public void requestShutdown(Duration timeout) {
      try {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
      } catch (IOException ignored) {
        // It is gone, or has closed its stdin: the exit will tell.
      }
    }

    @Override
    public void terminate() {
      process.toHandle().destroy();
    }

    @Override
    public void killTree() {
      List<ProcessHandle> descendants = process.descendants().toList();
      // Not process.destroyForcibly(): that closes the streams, and the test wants to read on.
      process.toHandle().destroyForcibly();
      descendants.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public boolean awaitExit(Duration timeout) {
      try {
        return process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    int exitCode() {
      assertThat(process.isAlive()).as("the process still runs").isFalse();
      return process.exitValue();
    }

    @Override
    public void close() {
      killTree();
    }
  }
}
