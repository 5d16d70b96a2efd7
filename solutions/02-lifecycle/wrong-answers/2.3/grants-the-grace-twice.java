// file: lifecycle/KillLadder.java
// wrong: waits the whole grace after a call that may have used it up already
private static boolean step(
    List<KillReport.Step> steps,
    KillTarget target,
    KillReport.Rung rung,
    Duration limit,
    Consumer<KillTarget> act) {
  long start = System.nanoTime();
  act.accept(target);
  boolean ended = target.awaitExit(limit);
  steps.add(new KillReport.Step(rung, Duration.ofNanos(System.nanoTime() - start), ended));
  return ended;
}
