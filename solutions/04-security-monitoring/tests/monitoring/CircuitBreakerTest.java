package monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final VirtualTimeline time = new VirtualTimeline();
  private final CircuitBreaker breaker =
      new CircuitBreaker(
          new BreakerPolicy(4, 2, Duration.ofSeconds(5), 2, Set.of(Status.Code.INTERNAL)), time);

  private void call(boolean well) {
    long entered = breaker.enter();
    assertThat(entered).as("let through").isNotNegative();
    breaker.ended(entered, well);
  }

  private void open() {
    call(false);
    call(false);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
  }

  @Test
  void opensAtTooManyFailuresAmongTheLastCalls() {
    call(false);
    call(true);
    call(true);
    call(true);
    call(false);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    call(false);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(breaker.enter()).isNegative();
  }

  @Test
  void closesWhenAllTrialsSucceed() {
    open();
    time.pass(Duration.ofSeconds(5).minusNanos(1));
    assertThat(breaker.enter()).isNegative();
    time.pass(Duration.ofNanos(1));
    long first = breaker.enter();
    long second = breaker.enter();
    assertThat(breaker.enter()).as("a third trial").isNegative();
    breaker.ended(first, true);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
    breaker.ended(second, true);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void opensAgainAtTheFirstTrialThatFails() {
    open();
    time.pass(Duration.ofSeconds(5));
    long first = breaker.enter();
    long second = breaker.enter();
    breaker.ended(first, false);
    breaker.ended(second, true);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(breaker.enter()).isNegative();
  }

  @Test
  void trialsThatNeverEndDoNotKeepItFromTryingAgain() {
    open();
    time.pass(Duration.ofSeconds(5));
    breaker.enter();
    breaker.enter();
    assertThat(breaker.enter()).isNegative();
    time.pass(Duration.ofSeconds(5));
    call(true);
    call(true);
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void callsOfAnEarlierProcessSayNothingOfTheNextOne() {
    long before = breaker.enter();
    breaker.reset();
    for (int i = 0; i < 100; i++) {
      breaker.ended(before, false);
    }
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    open();
    breaker.reset();
    call(true);
  }
}
