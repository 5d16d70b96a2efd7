// file: security/TokenBucket.java
// wrong: a call that is not yet saved in full is given out
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.clamp(now - lastNanos, 0, SECOND_NANOS);
    lastNanos = now;
    saved = Math.min(capacity(), saved + passed * perSecond);
    if (saved <= 0) {
      return false;
    }
    saved -= SECOND_NANOS;
    return true;
  }
}
