// file: monitoring/RestartBudget.java
// wrong: grants one restart more
public boolean take(Instant now) {
  forget(now);
  if (taken.size() > restarts) {
    return false;
  }
  taken.addLast(now);
  return true;
}
