package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final RandomGenerator HIGHEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(10));

  @Test
  void theBoundDoublesUntilTheLimit() {
    assertThat(IntStream.rangeClosed(1, 10).mapToObj(i -> backoff.delay(i, HIGHEST).toMillis()))
        .containsExactly(50L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
    assertThat(backoff.delay(Integer.MAX_VALUE, HIGHEST)).isEqualTo(Duration.ofSeconds(10));
    Backoff longest = new Backoff(Duration.ofNanos(1), Duration.ofNanos(Long.MAX_VALUE - 1));
    assertThat(longest.delay(1_000, HIGHEST)).isEqualTo(longest.limit());
  }

  @Test
  void theWaitIsAnythingBelowTheBound() {
    Random random = new Random(4);
    long[] delays =
        IntStream.range(0, 10_000)
            .mapToLong(i -> backoff.delay(4, random).toNanos())
            .sorted()
            .toArray();
    assertThat(delays[0]).isBetween(0L, Duration.ofMillis(1).toNanos());
    assertThat(Duration.ofNanos(delays[5_000])).isBetween(ms(190), ms(210));
    assertThat(Duration.ofNanos(delays[9_999])).isBetween(ms(399), ms(400));
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void timesOutOfOrderAreRefused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, ms(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(ms(2), ms(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
