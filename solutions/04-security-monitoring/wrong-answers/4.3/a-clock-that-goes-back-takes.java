// file: security/TokenBucket.java
// wrong: what a clock that goes back has brought is taken away
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.clamp(now - lastNanos, -SECOND_NANOS, SECOND_NANOS);
    lastNanos = now;
    saved = Math.min(capacity(), saved + passed * perSecond);
    if (saved < SECOND_NANOS) {
      return false;
    }
    saved -= SECOND_NANOS;
    return true;
  }
}
