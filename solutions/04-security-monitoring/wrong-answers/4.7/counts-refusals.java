// file: monitoring/RestartBudget.java
// wrong: what was refused counts as a restart
public boolean take(Instant now) {
  forget(now);
  taken.addLast(now);
  return taken.size() <= restarts;
}
