// file: security/TokenBucket.java
// wrong: the time before a refused try is lost
public boolean tryTake() {
  synchronized (lock) {
    long now = nanoTime.getAsLong();
    long passed = Math.clamp(now - lastNanos, 0, SECOND_NANOS);
    lastNanos = now;
    long next = Math.min(capacity(), saved + passed * perSecond);
    if (next < SECOND_NANOS) {
      return false;
    }
    saved = next - SECOND_NANOS;
    return true;
  }
}
