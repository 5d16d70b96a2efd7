import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import monitoring.Backoff;
import monitoring.BreakerPolicy;
import monitoring.CircuitBreaker;
import monitoring.RestartBudget;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recovery: how long to wait, how often to try, and when to stop calling.
@Tag("4.7")
@DisplayName("4.7 Recovery")
class RecoveryCheck {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(10));

  @ParameterizedTest(name = "after failure {0}: up to {1} ms", quoteTextArguments = false)
  @CsvSource({
    "1, 50",
    "2, 100",
    "3, 200",
    "8, 6400",
    "9, 10000",
    "10, 10000",
    "31, 10000",
    "32, 10000",
    "33, 10000",
    "64, 10000",
    "65, 10000",
    "1000, 10000",
    "2147483647, 10000",
  })
  @DisplayName("backoff: the bound doubles until the limit, and stays there")
  void theBoundDoubles(int failures, long millis) {
    long[] nanos = delays(BACKOFF, failures);
    long bound = Duration.ofMillis(millis).toNanos();
    assertThat(nanos[nanos.length - 1])
        .as("the longest of 2,000 waits after failure %d, in ns", failures)
        .isBetween(bound * 98 / 100, bound);
  }

  @ParameterizedTest(name = "after failure {0}", quoteTextArguments = false)
  @ValueSource(ints = {1, 4, 20})
  @DisplayName("backoff: each wait from zero to the bound is equally likely (full jitter)")
  void theWaitIsRandom(int failures) {
    long[] nanos = delays(BACKOFF, failures);
    double bound = nanos[nanos.length - 1];
    assertThat(nanos[0] / bound).as("the shortest of 2,000 waits, of the bound").isLessThan(0.02);
    assertThat(nanos[nanos.length / 4] / bound).as("a quarter is below").isBetween(0.2, 0.3);
    assertThat(nanos[nanos.length / 2] / bound).as("half is below").isBetween(0.45, 0.55);
  }

  @Test
  @DisplayName("backoff: the chance comes from the source that is given, and long limits work")
  void theSourceDecides() {
    assertThat(BACKOFF.delay(6, new Random(1)))
        .as("the same source, the same wait")
        .isEqualTo(BACKOFF.delay(6, new Random(1)));
    Backoff long_ = new Backoff(Duration.ofNanos(3), Duration.ofDays(100_000));
    assertThat(long_.delay(500, highest()))
        .as("500 failures, the highest number that the source can give")
        .isEqualTo(Duration.ofDays(100_000));
  }

  private static long[] delays(Backoff backoff, int failures) {
    Random random = new Random(failures);
    long[] nanos =
        IntStream.range(0, 2_000)
            .mapToLong(i -> backoff.delay(failures, random).toNanos())
            .toArray();
    Arrays.sort(nanos);
    return nanos;
  }

  private static RandomGenerator highest() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return Long.MAX_VALUE;
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }

      @Override
      public long nextLong(long origin, long bound) {
        return bound - 1;
      }

      @Override
      public double nextDouble() {
        return Math.nextDown(1.0);
      }
    };
  }

  @Test
  @DisplayName("budget: three in an hour, and not one more")
  void threeInAnHour() {
    RestartBudget budget = new RestartBudget(3, Duration.ofHours(1));
    assertThat(taken(budget, 0, 0, 0, 0, 59)).as("restarts granted of five").isEqualTo(3);
    assertThat(budget.left(minute(59))).as("left").isZero();
  }

  @Test
  @DisplayName("budget: the window slides; each restart counts for exactly an hour")
  void theWindowSlides() {
    RestartBudget budget = new RestartBudget(3, Duration.ofHours(1));
    assertThat(taken(budget, 0, 30, 50)).isEqualTo(3);
    assertThat(budget.take(minute(60).minusNanos(1))).as("a nanosecond too early").isFalse();
    assertThat(budget.take(minute(60))).as("the first one is an hour ago").isTrue();
    assertThat(budget.take(minute(89))).as("30, 50 and 60 still count").isFalse();
    assertThat(budget.take(minute(90))).as("30 does not count any more").isTrue();
  }

  @Test
  @DisplayName("budget: what was refused costs nothing")
  void refusalsAreFree() {
    RestartBudget budget = new RestartBudget(1, Duration.ofHours(1));
    assertThat(taken(budget, 0, 10, 20, 30, 40, 50)).as("restarts granted of six").isEqualTo(1);
    assertThat(budget.take(minute(60))).as("an hour after the one that was granted").isTrue();
    assertThat(new RestartBudget(0, Duration.ofHours(1)).take(minute(0))).as("none").isFalse();
  }

  private static Instant minute(int minutes) {
    return Instant.parse("2026-11-24T00:00:00Z").plus(Duration.ofMinutes(minutes));
  }

  private static int taken(RestartBudget budget, int... minutes) {
    return (int) IntStream.of(minutes).filter(minute -> budget.take(minute(minute))).count();
  }

  /// A clock that a check turns.
  private static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  private final Clock clock = new Clock();
  private final CircuitBreaker breaker =
      new CircuitBreaker(
          new BreakerPolicy(4, 2, Duration.ofSeconds(5), 2, Set.of(Status.Code.INTERNAL)), clock);

  private void open() {
    breaker.ended(breaker.enter(), false);
    breaker.ended(breaker.enter(), false);
    assertThat(breaker.state())
        .as("after two failures; enter must return the number that ended knows")
        .isEqualTo(CircuitBreaker.State.OPEN);
  }

  @Test
  @DisplayName("breaker: open, it lets no call begin until its time is up")
  void openLetsNoneThrough() {
    assertThat(breaker.enter()).as("a call while it is closed").isNotNegative();
    open();
    clock.pass(Duration.ofSeconds(5).minusNanos(1));
    assertThat(breaker.enter()).as("a call a nanosecond too early").isNegative();
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    clock.pass(Duration.ofNanos(1));
    assertThat(breaker.enter()).as("the first trial").isNotNegative();
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
  }

  @Test
  @DisplayName("breaker: half open, it lets as many trials through as it may, and then none")
  void halfOpenLetsTrialsThrough() {
    open();
    clock.pass(Duration.ofSeconds(5));
    long first = breaker.enter();
    long second = breaker.enter();
    assertThat(second).as("the second trial").isNotNegative();
    assertThat(breaker.enter()).as("a third call").isNegative();
    breaker.ended(first, true);
    assertThat(breaker.enter()).as("a third call, after one trial went well").isNegative();
    breaker.ended(second, true);
    assertThat(breaker.state()).as("both trials went well").isEqualTo(CircuitBreaker.State.CLOSED);
    for (int i = 0; i < 10; i++) {
      assertThat(breaker.enter()).as("closed again, all may begin").isNotNegative();
    }
  }

  @Test
  @DisplayName("breaker: a failed trial opens it for the whole time again")
  void failedTrialOpensAgain() {
    open();
    clock.pass(Duration.ofSeconds(5));
    breaker.ended(breaker.enter(), false);
    clock.pass(Duration.ofSeconds(4));
    assertThat(breaker.enter()).as("four seconds after the failed trial").isNegative();
    clock.pass(Duration.ofSeconds(1));
    assertThat(breaker.enter()).as("five seconds after it").isNotNegative();
  }

  @Test
  @DisplayName("breaker: trials that never end do not keep it half open for ever")
  void lostTrialsAreMadeAgain() {
    open();
    clock.pass(Duration.ofSeconds(5));
    breaker.enter();
    breaker.enter();
    clock.pass(Duration.ofSeconds(5).minusNanos(1));
    assertThat(breaker.enter()).as("a nanosecond too early").isNegative();
    clock.pass(Duration.ofNanos(1));
    long first = breaker.enter();
    long second = breaker.enter();
    assertThat(first).as("a new trial, five seconds after the lost ones").isNotNegative();
    assertThat(breaker.enter()).as("a third call of this round").isNegative();
    breaker.ended(first, true);
    breaker.ended(second, true);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
  }
}
