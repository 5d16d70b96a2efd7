// file: monitoring/CircuitBreaker.java
// wrong: the trials are not counted
public long enter() {
  synchronized (lock) {
    if (state != State.CLOSED && !clock.instant().isBefore(tryAt)) {
      become(State.HALF_OPEN);
      tryLater();
      trialsLeft = policy.trials();
      trialsWell = 0;
    }
    return state == State.OPEN ? -1 : epoch;
  }
}
