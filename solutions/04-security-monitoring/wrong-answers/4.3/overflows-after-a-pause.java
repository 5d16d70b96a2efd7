// file: security/TokenBucket.java
// wrong: a long pause overflows before it is cut
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.max(0, now - lastNanos);
    lastNanos = now;
    saved = Math.min(capacity(), saved + passed * perSecond);
    if (saved < SECOND_NANOS) {
      return false;
    }
    saved -= SECOND_NANOS;
    return true;
  }
}
