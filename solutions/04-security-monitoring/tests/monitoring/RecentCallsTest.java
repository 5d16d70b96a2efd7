package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentCallsTest {
  private static final long SECOND = 1_000_000_000L;

  // A clock of nanoseconds may begin anywhere, below zero too.
  private final AtomicLong now = new AtomicLong(-5 * SECOND);
  private final RecentCalls calls = new RecentCalls(now::get);

  private void add(int count, Duration time) {
    for (int i = 0; i < count; i++) {
      calls.add(time.toNanos(), /* ok= */ true);
    }
  }

  @Test
  void noCallHasNoTime() {
    RecentCalls.Figures figures = calls.figures();

    assertThat(figures.calls()).isZero();
    assertThat(figures.median()).isEmpty();
    assertThat(figures.p99()).isEmpty();
    assertThat(figures.medians()).hasSize(RecentCalls.SECONDS).allMatch(each -> each.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 250, 1_234, 98_765, 2_500_000, 600_000_000})
  void aTimeIsRightToNinePercent(long micros) {
    add(1, Duration.ofNanos(micros * 1_000));

    assertThat(calls.figures().median().orElseThrow().toNanos() / 1_000.0)
        .isBetween(micros * 0.91, micros * 1.10);
  }

  @Test
  void timesOutOfRangeCountAsItsEnds() {
    calls.add(-1, true);
    calls.add(0, true);
    assertThat(calls.figures().p99().orElseThrow()).isLessThan(Duration.ofNanos(1_200));

    add(1_000, Duration.ofDays(3));
    assertThat(calls.figures().median().orElseThrow()).isGreaterThan(Duration.ofMinutes(15));
  }

  @Test
  void oneSlowCallInAHundredShowsInTheLastPercentAlone() {
    add(98, Duration.ofMillis(1));
    add(2, Duration.ofMillis(400));

    assertThat(calls.figures().median().orElseThrow()).isLessThan(Duration.ofMillis(2));
    assertThat(calls.figures().p99().orElseThrow()).isGreaterThan(Duration.ofMillis(350));
  }

  @Test
  void eachSecondHasItsMedianAndIsForgottenAfterAMinute() {
    add(3, Duration.ofMillis(1));
    now.addAndGet(2 * SECOND);
    add(3, Duration.ofMillis(100));

    RecentCalls.Figures figures = calls.figures();
    assertThat(figures.medians().get(57).orElseThrow()).isLessThan(Duration.ofMillis(2));
    assertThat(figures.medians().get(58)).isEmpty();
    assertThat(figures.medians().get(59).orElseThrow()).isGreaterThan(Duration.ofMillis(90));

    now.addAndGet(58 * SECOND);
    assertThat(calls.figures().recent()).isEqualTo(3);
    now.addAndGet(2 * SECOND);
    assertThat(calls.figures().recent()).isZero();
    assertThat(calls.figures().calls()).isEqualTo(6);
  }

  @Test
  void errorsAreCounted() {
    calls.add(1_000, /* ok= */ false);
    calls.add(1_000, /* ok= */ true);

    assertThat(calls.figures().errors()).isEqualTo(1);
    assertThat(calls.figures().calls()).isEqualTo(2);
  }
}
