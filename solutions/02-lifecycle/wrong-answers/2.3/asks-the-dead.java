// file: lifecycle/KillLadder.java
// wrong: does not look whether the process is gone already
public KillReport descend(KillTarget target) {
  List<KillReport.Step> steps = new ArrayList<>();
  boolean ended =
      step(steps, target, KillReport.Rung.SHUTDOWN, times.grace(), this::askToShutDown)
          || step(
              steps,
              target,
              KillReport.Rung.TERMINATE,
              times.afterTerminate(),
              KillTarget::terminate)
          || step(steps, target, KillReport.Rung.KILL, times.afterKill(), KillTarget::killTree);
  return new KillReport(steps, ended);
}
