// file: lifecycle/KillLadder.java
// wrong: goes from the call to SIGKILL at once, as go-plugin does
public KillReport descend(KillTarget target) {
  List<KillReport.Step> steps = new ArrayList<>();
  boolean ended =
      target.awaitExit(Duration.ZERO)
          || step(steps, target, KillReport.Rung.SHUTDOWN, times.grace(), this::askToShutDown)
          || step(steps, target, KillReport.Rung.KILL, times.afterKill(), KillTarget::killTree);
  return new KillReport(steps, ended);
}
