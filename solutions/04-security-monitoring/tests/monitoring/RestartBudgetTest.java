package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
  private final RestartBudget budget = new RestartBudget(3, Duration.ofHours(1));
  private final Instant start = Instant.EPOCH;

  private Instant minute(int minutes) {
    return start.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void theWindowSlides() {
    assertThat(budget.take(minute(0))).isTrue();
    assertThat(budget.take(minute(30))).isTrue();
    assertThat(budget.take(minute(50))).isTrue();
    assertThat(budget.take(minute(59))).isFalse();
    assertThat(budget.next(minute(59))).contains(minute(60));
    assertThat(budget.take(minute(60).minusNanos(1))).isFalse();
    assertThat(budget.take(minute(60))).isTrue();
    assertThat(budget.take(minute(60))).isFalse();
    assertThat(budget.left(minute(90))).isEqualTo(1);
    assertThat(budget.next(minute(90))).contains(minute(90));
  }

  @Test
  void whatWasRefusedCostsNothingAndARefillGivesAllBack() {
    for (int i = 0; i < 100; i++) {
      budget.take(minute(0));
    }
    assertThat(budget.left(minute(60))).isEqualTo(3);
    budget.refill();
    assertThat(budget.left(minute(0))).isEqualTo(3);
  }

  @Test
  void ofNoneAtAllNothingIsLeftEver() {
    RestartBudget none = new RestartBudget(0, Duration.ofHours(1));
    assertThat(none.take(minute(0))).isFalse();
    assertThat(none.next(minute(0))).isEmpty();
  }
}
