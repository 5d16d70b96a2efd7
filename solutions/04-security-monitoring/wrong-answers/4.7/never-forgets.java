// file: monitoring/RestartBudget.java
// wrong: the budget is for ever
public boolean take(Instant now) {
  if (taken.size() >= restarts) {
    return false;
  }
  taken.addLast(now);
  return true;
}
