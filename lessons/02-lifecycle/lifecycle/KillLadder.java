package lifecycle;

import course.Exercise;
import course.ExerciseNotDone;
import java.time.Duration;
import java.util.List;

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
  @Exercise("2.3")
  public KillReport descend(KillTarget target) {
    ExerciseNotDone.report("2.3");
    long start = System.nanoTime();
    target.killTree();
    boolean ended = target.awaitExit(times.afterKill());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new KillReport(
        List.of(new KillReport.Step(KillReport.Rung.KILL, took, ended)), ended);
  }
}
