// file: monitoring/RestartBudget.java
// wrong: all restarts come back together when the first is an hour old
public boolean take(Instant now) {
  if (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(window))) {
    taken.clear();
  }
  if (taken.size() >= restarts) {
    return false;
  }
  taken.addLast(now);
  return true;
}
