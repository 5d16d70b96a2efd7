package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.function.LongSupplier;

/// Holds calls to a [CallRate]: a second's worth may come in a row, then as many as time brings.
///
/// Safe for use by many threads.
public final class TokenBucket {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final int perSecond;
  private final LongSupplier nanoTime;
  private long saved;
  private long lastNanos;

  /// A full bucket.
  ///
  /// @param nanoTime a clock that only goes forward, in nanoseconds, such as `System::nanoTime`
  public TokenBucket(CallRate rate, LongSupplier nanoTime) {
    this.perSecond = rate.perSecond();
    this.nanoTime = nanoTime;
    this.saved = capacity();
    this.lastNanos = nanoTime.getAsLong();
  }

  /// Takes one call out of the bucket.
  ///
  /// Exercise 4.3. A nanosecond saves [CallRate#perSecond] parts, and a call costs 1,000,000,000
  /// parts: whole numbers, so nothing is lost by rounding, at 3 calls a second neither. The bucket
  /// holds a second's worth at most; what time brings beyond that is lost. So no pause, however
  /// long, may overflow a `long`. A clock that goes back brings nothing, and takes nothing.
  ///
  /// `saved` is what the bucket holds, `lastNanos` when that was reckoned. Many threads call this
  /// at once, and two of them never take the same call: hold the lock from the look at the clock to
  /// the end.
  ///
  /// @return false if it is empty; then nothing is taken
  @Exercise("4.3")
  public boolean tryTake() {
    ExerciseNotDone.report("4.3");
    return true;
  }

  private long capacity() {
    return SECOND_NANOS * perSecond;
  }
}
