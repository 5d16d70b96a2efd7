// file: security/TokenBucket.java
// wrong: a pause is saved for later, however long it was
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.clamp(now - lastNanos, 0, 1_000 * SECOND_NANOS);
    lastNanos = now;
    saved += passed * perSecond;
    if (saved < SECOND_NANOS) {
      return false;
    }
    saved -= SECOND_NANOS;
    return true;
  }
}
