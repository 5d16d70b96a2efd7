// file: monitoring/CircuitBreaker.java
// wrong: a trial that never ends keeps it half open for ever
public long enter() {
  synchronized (lock) {
    if (state == State.OPEN && !clock.instant().isBefore(tryAt)) {
      become(State.HALF_OPEN);
      trialsLeft = policy.trials();
      trialsWell = 0;
    }
    if (state == State.OPEN || (state == State.HALF_OPEN && trialsLeft == 0)) {
      return -1;
    }
    if (state == State.HALF_OPEN) {
      trialsLeft--;
    }
    return epoch;
  }
}
