// file: lifecycle/KillLadder.java
// wrong: goes on to the signals although the plugin has ended
public KillReport descend(KillTarget target) {
  List<KillReport.Step> steps = new ArrayList<>();
  boolean ended = target.awaitExit(Duration.ZERO);
  if (!ended) {
    ended = step(steps, target, KillReport.Rung.SHUTDOWN, times.grace(), this::askToShutDown);
    ended |=
        step(
            steps,
            target,
            KillReport.Rung.TERMINATE,
            times.afterTerminate(),
            KillTarget::terminate);
    ended |= step(steps, target, KillReport.Rung.KILL, times.afterKill(), KillTarget::killTree);
  }
  return new KillReport(steps, ended);
}
