package lifecycle;

import course.Exercise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Ends a plugin: politely first, by force last, and in bounded time.
///
/// | rung | what              | then wait                    |
/// |------|-------------------|------------------------------|
/// | 1    | Shutdown call     | [KillTimes#grace]            |
/// | 2    | SIGTERM           | [KillTimes#afterTerminate]   |
/// | 3    | SIGKILL, the tree | [KillTimes#afterKill]        |
///
/// go-plugin has rungs 1 and 3, and no bound on the call: a plugin that hangs blocks its host.
public final class KillLadder {
  private final KillTimes times;

  /// @param times how long each rung may take
  public KillLadder(KillTimes times) {
    this.times = times;
  }

  /// Goes down the ladder until the process is gone.
  ///
  /// Exercise 2.3. A rung whose predecessor worked is not touched; a process that is gone already
  /// needs no rung at all. The grace of rung 1 holds for call and wait together. Each rung that was
  /// needed is a [KillReport.Step] with the time that it took.
  ///
  /// @param target the plugin
  /// @return what was needed; `ended` is false only if even SIGKILL did not help in time
  @Exercise(
      value = "2.3",
      stub =
          """
          import course.ExerciseNotDone;
          ExerciseNotDone.report("2.3");
          long start = System.nanoTime();
          target.killTree();
          boolean ended = target.awaitExit(times.afterKill());
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          return new KillReport(
              List.of(new KillReport.Step(KillReport.Rung.KILL, took, ended)), ended);
          """)
  public KillReport descend(KillTarget target) {
    List<KillReport.Step> steps = new ArrayList<>();
    boolean ended =
        target.awaitExit(Duration.ZERO)
            || step(steps, target, KillReport.Rung.SHUTDOWN, times.grace(), this::askToShutDown)
            || step(
                steps,
                target,
                KillReport.Rung.TERMINATE,
                times.afterTerminate(),
                KillTarget::terminate)
            || step(steps, target, KillReport.Rung.KILL, times.afterKill(), KillTarget::killTree);
    return new KillReport(steps, ended);
  }

  /// One rung: acts, waits for the rest of its time, notes what came of it.
  private static boolean step(
      List<KillReport.Step> steps,
      KillTarget target,
      KillReport.Rung rung,
      Duration limit,
      Consumer<KillTarget> act) {
    long start = System.nanoTime();
    act.accept(target);
    Duration left = limit.minusNanos(System.nanoTime() - start);
    boolean ended = target.awaitExit(left.isNegative() ? Duration.ZERO : left);
    steps.add(new KillReport.Step(rung, Duration.ofNanos(System.nanoTime() - start), ended));
    return ended;
  }

  private void askToShutDown(KillTarget target) {
    target.requestShutdown(times.grace());
  }
}
