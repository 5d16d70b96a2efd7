import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorImpl;
import contract.CalculatorStatus;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.ResultOutOfRangeException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The calculator by itself: no process, no socket.
@Tag("1.1")
@DisplayName("1.1 CalculatorImpl.multiply and divide")
class CalculatorImplCheck {
  private final CalculatorImpl calculator = new CalculatorImpl();

  @BeforeEach
  void makeReady() {
    calculator.initialize();
  }

  @Test
  @DisplayName("multiplies")
  void multiplies() {
    assertThat(calculator.multiply(6, 7)).as("multiply(6, 7)").isEqualTo(42);
    assertThat(calculator.multiply(-0.5, 3)).as("multiply(-0.5, 3)").isEqualTo(-1.5);
    assertThat(calculator.multiply(-1, 0)).as("multiply(-1, 0) keeps the sign").isEqualTo(-0.0);
  }

  @Test
  @DisplayName("divides left by right")
  void dividesLeftByRight() {
    assertThat(calculator.divide(7, 2)).as("divide(7, 2) is left / right").isEqualTo(3.5);
    assertThat(calculator.divide(-1, 4)).as("divide(-1, 4)").isEqualTo(-0.25);
    assertThat(calculator.divide(0, 5)).as("divide(0, 5): only the divisor counts").isEqualTo(0);
  }

  @Test
  @DisplayName("computes as Java does, to the last bit")
  void computesAsJavaDoes() {
    long seed = 1_1L;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double left = random.nextDouble(-1e9, 1e9);
      double right = random.nextDouble(1e-9, 1e9);
      String numbers = "%s and %s (seed %d, round %d)".formatted(left, right, seed, i);

      assertThat(calculator.multiply(left, right))
          .as("multiply must answer left * right for %s", numbers)
          .isEqualTo(left * right);
      assertThat(calculator.divide(left, right))
          .as("divide must answer left / right for %s", numbers)
          .isEqualTo(left / right);
    }
  }

  @ParameterizedTest(name = "refuses to divide by zero: {0} as the divisor")
  @ValueSource(doubles = {0.0, -0.0})
  void refusesToDivideByZero(double zero) {
    for (double left : new double[] {1, -1, 0}) {
      String calculation = left + " / " + zero;

      assertThatThrownBy(
              () -> calculator.divide(left, zero),
              "%s: throw a DivisionByZeroException, not NaN or Infinity",
              calculation)
          .isInstanceOf(DivisionByZeroException.class);
      assertThatThrownBy(() -> calculator.divide(left, zero))
          .as("the exception's message is the calculation")
          .hasMessage(calculation);
    }
  }

  @ParameterizedTest(name = "refuses {0} as an operand")
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double bad) {
    String advice = "%s is no operand: let calculate refuse it, as add does";

    assertThatThrownBy(() -> calculator.multiply(bad, 2), advice, bad)
        .isInstanceOf(InvalidOperandException.class);
    assertThatThrownBy(() -> calculator.multiply(2, bad), advice, bad)
        .isInstanceOf(InvalidOperandException.class);
    assertThatThrownBy(() -> calculator.divide(bad, 2), advice, bad)
        .isInstanceOf(InvalidOperandException.class);
    assertThatThrownBy(() -> calculator.divide(2, bad), advice, bad)
        .isInstanceOf(InvalidOperandException.class);
  }

  @Test
  @DisplayName("refuses a bad operand before it looks at a zero divisor")
  void looksAtTheOperandsFirst() {
    assertThatThrownBy(
            () -> calculator.divide(Double.NaN, 0),
            "NaN / 0: the operands are looked at first, as calculate does it")
        .isInstanceOf(InvalidOperandException.class);
  }

  @Test
  @DisplayName("refuses a result that no double can hold")
  void refusesOverflow() {
    assertThatThrownBy(
            () -> calculator.multiply(1e308, 10),
            "1e308 * 10 overflows: throw a ResultOutOfRangeException, not Infinity")
        .isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(
            () -> calculator.divide(1e308, 0.1),
            "1e308 / 0.1 overflows: throw a ResultOutOfRangeException, not Infinity")
        .isInstanceOf(ResultOutOfRangeException.class);
    assertThat(calculator.multiply(1e-308, 1e-308))
        .as("a result that is too small is zero, and no error")
        .isEqualTo(0);
  }

  @Test
  @DisplayName("refuses to calculate before initialize and after shutdown")
  void refusesWhenNotInitialized() {
    String advice = "%s: throw a NotInitializedException, as add does";
    CalculatorImpl fresh = new CalculatorImpl();
    calculator.shutdown();

    assertThatThrownBy(() -> fresh.multiply(6, 7), advice, "multiply before initialize")
        .isInstanceOf(NotInitializedException.class);
    assertThatThrownBy(() -> fresh.divide(6, 0), advice, "divide by zero before initialize")
        .isInstanceOf(NotInitializedException.class);
    assertThatThrownBy(() -> calculator.multiply(6, 7), advice, "multiply after shutdown")
        .isInstanceOf(NotInitializedException.class);
    assertThatThrownBy(() -> calculator.divide(6, 7), advice, "divide after shutdown")
        .isInstanceOf(NotInitializedException.class);
  }

  @Test
  @DisplayName("counts each calculation once, and each failure as an error")
  void countsCallsAndErrors() {
    calculator.multiply(6, 7);
    calculator.divide(6, 7);
    assertThatThrownBy(() -> calculator.divide(6, 0), "6 / 0 fails")
        .isInstanceOf(DivisionByZeroException.class);
    assertThatThrownBy(() -> calculator.multiply(Double.NaN, 1), "NaN * 1 fails")
        .isInstanceOf(InvalidOperandException.class);

    CalculatorStatus status = calculator.status();

    assertThat(status.calls()).as("status().calls() after four calculations").isEqualTo(4);
    assertThat(status.errors()).as("status().errors() after two failures").isEqualTo(2);
  }

  @Test
  @DisplayName("loses no count when many threads calculate")
  void countsUnderManyThreads() throws Exception {
    int rounds = 250;
    Callable<Void> work =
        () -> {
          for (int i = 0; i < rounds; i++) {
            calculator.multiply(i, 2);
            calculator.divide(i, 2);
          }
          return null;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Void>> done = threads.invokeAll(Collections.nCopies(4, work));
      for (Future<Void> one : done) {
        one.get();
      }
    }

    assertThat(calculator.status().calls())
        .as("calls that 4 threads made: count under the lock, as calculate does")
        .isEqualTo(8L * rounds);
  }
}
