package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorImpl;
import contract.CalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.ResultOutOfRangeException;
import contract.ScientificCalculator;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathCalculatorTest {
  private final ScientificCalculator calculator = new MathCalculator(new CalculatorImpl());

  @BeforeEach
  void initialize() {
    calculator.initialize();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0.0",
    "4, 2",
    "2, 1.4142135623730951",
    "1e-320, 9.99994433575849e-161"
  })
  void takesSquareRoots(double value, double root) {
    assertThat(calculator.sqrt(value)).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 10, 1024",
    "2, -1, 0.5",
    "0, 0, 1",
    "-0.0, 0, 1",
    "0, 5, 0",
    "-2, 3, -8",
    "-2, -3, -0.125",
    "4, 0.5, 2",
    "-1, 1e300, 1",
    "10, -400, 0",
    "-10, -401, -0.0",
    "10, 308, 1e308"
  })
  void raisesToPowers(double base, double exponent, double result) {
    assertThat(calculator.power(base, exponent)).isEqualTo(result);
  }

  @Test
  void roundsFactorialsCorrectly() {
    BigInteger exact = BigInteger.ONE;
    assertThat(calculator.factorial(0)).isEqualTo(1);
    for (int n = 1; n <= 170; n++) {
      exact = exact.multiply(BigInteger.valueOf(n));
      assertThat(calculator.factorial(n)).as("%d!", n).isEqualTo(exact.doubleValue());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {171, 1_000_000_000, Long.MAX_VALUE})
  void refusesFactorialsThatAreTooLarge(long n) {
    assertThatThrownBy(() -> calculator.factorial(n))
        .isInstanceOf(ResultOutOfRangeException.class)
        .hasMessageContaining(String.valueOf(n));
  }

  static Stream<Runnable> outsideTheDomain() {
    ScientificCalculator ready = new MathCalculator(new CalculatorImpl());
    ready.initialize();
    return Stream.of(
        () -> ready.sqrt(-1),
        () -> ready.sqrt(-Double.MIN_VALUE),
        () -> ready.sqrt(Double.NaN),
        () -> ready.sqrt(Double.POSITIVE_INFINITY),
        () -> ready.power(-8, 1.0 / 3),
        () -> ready.power(Double.NaN, 0),
        () -> ready.power(1, Double.NaN),
        () -> ready.power(0, Double.NEGATIVE_INFINITY),
        () -> ready.factorial(-1),
        () -> ready.factorial(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @MethodSource("outsideTheDomain")
  void refusesOperandsOutsideTheDomain(Runnable calculation) {
    assertThatThrownBy(calculation::run)
        .isInstanceOfSatisfying(
            InvalidOperandException.class,
            e -> assertThat(e.error().orElseThrow().violations()).hasSize(1));
  }

  @Test
  void anInversePowerOfZeroDividesByZero() {
    assertThatThrownBy(() -> calculator.power(0, -1)).isInstanceOf(DivisionByZeroException.class);
    assertThatThrownBy(() -> calculator.power(-0.0, -0.5))
        .isInstanceOf(DivisionByZeroException.class);
  }

  @Test
  void refusesPowersThatAreTooLarge() {
    assertThatThrownBy(() -> calculator.power(10, 309))
        .isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(() -> calculator.power(-10, 309))
        .isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(() -> calculator.power(1e-300, -2))
        .isInstanceOf(ResultOutOfRangeException.class);
  }

  @Test
  void countsWithThePlainCalculatorAndFollowsItsState() {
    calculator.add(1, 2);
    calculator.sqrt(4);
    assertThatThrownBy(() -> calculator.sqrt(-4)).isInstanceOf(CalculatorException.class);
    assertThatThrownBy(() -> calculator.divide(1, 0)).isInstanceOf(CalculatorException.class);
    calculator.shutdown();
    assertThatThrownBy(() -> calculator.sqrt(4)).isInstanceOf(NotInitializedException.class);

    assertThat(calculator.status().calls()).isEqualTo(5);
    assertThat(calculator.status().errors()).isEqualTo(3);
    assertThat(calculator.status().initialized()).isFalse();
  }
}
