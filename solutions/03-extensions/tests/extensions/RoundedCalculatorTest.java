package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorImpl;
import contract.DivisionByZeroException;
import contract.ScientificCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedCalculatorTest {
  private static ScientificCalculator rounded(int digits) {
    ScientificCalculator calculator =
        new RoundedCalculator(new MathCalculator(new CalculatorImpl()), digits);
    calculator.initialize();
    return calculator;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 3, 0.33",
    "2, 2, 3, 0.67",
    "0, 5, 2, 2",
    "0, 7, 2, 4",
    "0, -1, 3, -0.0",
    "1, 1, 4, 0.2",
    "10, 1, 8, 0.125",
    "0, 1e300, 1, 1e300",
    "3, -0.0, 1, -0.0"
  })
  void aQuotientHasThatManyDigitsAtMost(int digits, double left, double right, double expected) {
    assertThat(rounded(digits).divide(left, right)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, 1.414", "0, 1", "100, 1.4142135623730951"})
  void aRootHasThatManyDigitsAtMost(int digits, double expected) {
    assertThat(rounded(digits).sqrt(2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "5"})
  void errorsAreThoseOfTheCalculatorBehind(int digits) {
    assertThatThrownBy(() -> rounded(digits).divide(1, 0))
        .isInstanceOf(DivisionByZeroException.class);
    assertThatThrownBy(() -> rounded(-1)).hasMessage("digits < 0: -1");
  }
}
