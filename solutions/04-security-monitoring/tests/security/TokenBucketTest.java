package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

  private int take(TokenBucket bucket, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += bucket.tryTake() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void givesASecondsWorthInARowAndThenWhatTimeBrings() {
    TokenBucket bucket = new TokenBucket(new CallRate(3), clock::get);

    assertThat(take(bucket, 10)).isEqualTo(3);
    clock.addAndGet(333_333_333);
    assertThat(bucket.tryTake()).isFalse();
    clock.addAndGet(1);
    assertThat(take(bucket, 10)).isEqualTo(1);
    clock.addAndGet(3_600_000_000_000L);
    assertThat(take(bucket, 10)).isEqualTo(3);
  }

  @Test
  void givesNothingWhenTheClockGoesBack() {
    TokenBucket bucket = new TokenBucket(new CallRate(1), clock::get);

    assertThat(take(bucket, 2)).isEqualTo(1);
    clock.addAndGet(-2_000_000_000L);
    assertThat(bucket.tryTake()).isFalse();
  }

  @Test
  void keepsTheRateInTheLongRunWhateverTheRhythm() {
    Random random = new Random(7);
    for (int rate : new int[] {2, 7, 999, 700_001}) {
      TokenBucket bucket = new TokenBucket(new CallRate(rate), clock::get);
      long start = clock.get();
      long taken = 0;
      for (int i = 0; i < 50_000; i++) {
        clock.addAndGet(random.nextLong(900_000_000L / rate));
        taken += take(bucket, 3);
      }
      double seconds = (clock.get() - start) / 1e9;
      assertThat((double) taken).isLessThanOrEqualTo(rate * seconds + rate);
      assertThat((double) taken).isGreaterThan(rate * seconds * 0.95);
    }
  }
}
