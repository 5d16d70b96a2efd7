// file: security/TokenBucket.java
// wrong: parts of a call that time brings are lost
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.clamp(now - lastNanos, 0, SECOND_NANOS);
    lastNanos = now;
    saved = Math.min(capacity(), saved + passed * perSecond / SECOND_NANOS * SECOND_NANOS);
    if (saved < SECOND_NANOS) {
      return false;
    }
    saved -= SECOND_NANOS;
    return true;
  }
}
