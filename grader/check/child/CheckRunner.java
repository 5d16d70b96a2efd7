package check.child;

import check.child.Event.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The main class of the JVM in which checks run.
///
/// It starts while the learner's code is still being compiled, loads JUnit, and waits for its
/// orders on standard input: one line an exercise, `1.4=HandshakeLineCheck,AnotherCheck`, then
/// `go`. It reports to a file of its own, never to standard output, which belongs to the learner's
/// code.
public final class CheckRunner {
  /// The event file's name in the run's folder.
  public static final String EVENTS = "events";

  static final int STUCK = 71;
  private static final int STOPPED_AFTER_TIMEOUT = 73;
  private static final long LEFTOVER_GRACE_MILLIS = 1_500;
  private static final long LEFTOVER_KILL_MILLIS = 2_000;

  private final EventWriter events;
  private final Leftovers leftovers;
  private final Launcher launcher;
  private final long checkTimeoutMillis;
  private final long exerciseTimeoutMillis;

  private CheckRunner(Path scratch, long checkTimeoutMillis, long exerciseTimeoutMillis)
      throws IOException {
    this.events = new EventWriter(scratch.resolve(EVENTS));
    this.checkTimeoutMillis = checkTimeoutMillis;
    this.exerciseTimeoutMillis = exerciseTimeoutMillis;
    String token = System.getenv(Leftovers.VARIABLE);
    this.leftovers = new Leftovers(token == null ? "none" : token, ProcessHandle.current().pid());
    this.launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
  }

  /// Waits for its orders and carries them out.
  ///
  /// @param args the run's folder, milliseconds for a check, milliseconds for an exercise
  public static void main(String[] args) throws IOException, InterruptedException {
    Path scratch = Path.of(args[0]);
    CheckRunner runner = new CheckRunner(scratch, Long.parseLong(args[1]), Long.parseLong(args[2]));
    WarmUp.run(runner.launcher);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ParentWatch parentWatch = new ParentWatch(runner.leftovers, scratch);
    List<String> orders = readOrders(input, parentWatch);
    System.setIn(InputStream.nullInputStream());
    parentWatch.start(input);
    runner.run(orders);
  }

  private static List<String> readOrders(BufferedReader input, ParentWatch parentWatch)
      throws IOException {
    List<String> orders = new ArrayList<>();
    for (String line = input.readLine(); !"go".equals(line); line = input.readLine()) {
      if (line == null) {
        parentWatch.parentIsGone();
      } else {
        orders.add(line);
      }
    }
    return orders;
  }

  private void run(List<String> orders) throws InterruptedException {
    ExitWatch exitWatch = ExitWatch.install(events);
    for (String order : orders) {
      String exercise = order.substring(0, order.indexOf('='));
      List<String> classes = List.of(order.substring(exercise.length() + 1).split(","));
      if (runExercise(exercise, classes)) {
        end(exitWatch, STOPPED_AFTER_TIMEOUT);
      }
    }
    events.write(Event.of(Kind.RUN_FINISHED));
    end(exitWatch, 0);
  }

  private static void end(ExitWatch exitWatch, int status) {
    exitWatch.expectExit();
    System.out.flush();
    System.err.flush();
    // Not exit: no hook and no thread of the learner's may hold this JVM up.
    Runtime.getRuntime().halt(status);
  }

  /// @return whether a check ran out of time, so that its thread may still be running
  private boolean runExercise(String exercise, List<String> classes) throws InterruptedException {
    long start = System.nanoTime();
    OutputMark.write(OutputMark.exercise(exercise));
    CheckTrace.beginExercise(exercise);
    events.write(Event.of(Kind.EXERCISE_STARTED, exercise));
    CancellationToken cancellation = CancellationToken.create();
    CheckListener listener = new CheckListener(events, exercise, cancellation);
    try (Watchdog _ = Watchdog.start(events, exercise, exerciseTimeoutMillis)) {
      launcher.execute(
          LauncherExecutionRequestBuilder.executionRequest(discovery(classes).build())
              .cancellationToken(cancellation)
              .listeners(listener)
              .build());
    }
    reportLeftovers(exercise);
    OutputMark.write(OutputMark.end(exercise));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    events.write(Event.of(Kind.EXERCISE_FINISHED, exercise, Long.toString(millis)));
    return listener.timedOut();
  }

  private LauncherDiscoveryRequestBuilder discovery(List<String> classes) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (String name : classes) {
      selectors.add(DiscoverySelectors.selectClass(name));
    }
    return LauncherDiscoveryRequestBuilder.discoveryRequest()
        .selectors(selectors)
        .configurationParameter(
            "junit.jupiter.execution.timeout.default", checkTimeoutMillis + " ms")
        .configurationParameter(
            "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
        .configurationParameter("junit.platform.stacktrace.pruning.enabled", "false");
  }

  private void reportLeftovers(String exercise) throws InterruptedException {
    for (ProcessHandle left : leftovers.awaitNone(LEFTOVER_GRACE_MILLIS)) {
      events.write(
          Event.of(Kind.LEFTOVER, exercise, Long.toString(left.pid()), Leftovers.describe(left)));
    }
    leftovers.kill(LEFTOVER_KILL_MILLIS);
  }
}
