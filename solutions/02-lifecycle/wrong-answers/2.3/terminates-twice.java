// file: lifecycle/KillLadder.java
// wrong: sends SIGTERM a second time in place of SIGKILL for the tree
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
          || step(steps, target, KillReport.Rung.KILL, times.afterKill(), KillTarget::terminate);
  return new KillReport(steps, ended);
}
