// file: monitoring/CircuitBreaker.java
// wrong: does not set the next time: each call begins a new round of trials
public long enter() {
  synchronized (lock) {
    if (state != State.CLOSED && !clock.instant().isBefore(tryAt)) {
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
