// file: security/TokenBucket.java
// wrong: two threads take the same call
public boolean tryTake() {
  long now = nanoTime.getAsLong();
  long passed = Math.clamp(now - lastNanos, 0, SECOND_NANOS);
  lastNanos = now;
  saved = Math.min(capacity(), saved + passed * perSecond);
  if (saved < SECOND_NANOS) {
    return false;
  }
  saved -= SECOND_NANOS;
  return true;
}
