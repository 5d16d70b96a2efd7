// file: monitoring/CircuitBreaker.java
// wrong: closes without a trial
public long enter() {
  synchronized (lock) {
    if (state != State.CLOSED && !clock.instant().isBefore(tryAt)) {
      become(State.CLOSED);
    }
    return state == State.OPEN ? -1 : epoch;
  }
}
