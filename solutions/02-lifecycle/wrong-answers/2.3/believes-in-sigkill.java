// file: lifecycle/KillLadder.java
// wrong: reports that the process is gone after SIGKILL without having seen it
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
              KillTarget::terminate);
  if (!ended) {
    target.killTree();
    steps.add(new KillReport.Step(KillReport.Rung.KILL, Duration.ZERO, true));
  }
  return new KillReport(steps, true);
}
