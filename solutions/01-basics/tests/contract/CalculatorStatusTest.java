package contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorStatusTest {
  @Test
  void allCallsMayHaveFailed() {
    assertThat(new CalculatorStatus(false, Duration.ZERO, 2, 2).errors()).isEqualTo(2);
  }

  @Test
  void refusesANegativeUptime() {
    assertThatThrownBy(() -> new CalculatorStatus(true, Duration.ofMillis(-1), 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uptime < 0: PT-0.001S");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 4", "3, -1", "-1, 0", "-1, -1"})
  void refusesErrorsThatAreNotAmongTheCalls(long calls, long errors) {
    assertThatThrownBy(() -> new CalculatorStatus(true, Duration.ZERO, calls, errors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("errors not in 0..%d: %d", calls, errors);
  }
}
