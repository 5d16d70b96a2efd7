import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.CalculatorImpl;
import basics.Logging;
import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperandViolation;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import contract.ScientificCalculator;
import course.scientific.v1.FactorialRequest;
import course.scientific.v1.Number;
import course.scientific.v1.PowerRequest;
import course.scientific.v1.ScientificGrpc;
import course.scientific.v1.SqrtRequest;
import extensions.MathCalculator;
import extensions.ScientificClient;
import extensions.ScientificService;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lifecycle.TestPair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three layers of the new operations, each by itself: calculator, service, client.
@Tag("3.1")
@DisplayName("3.1 sqrt, power and factorial, in calculator, service and client")
class ScientificCheck {
  private static final Metadata.Key<String> ERROR_NAME =
      Metadata.Key.of("calculator-error", Metadata.ASCII_STRING_MARSHALLER);

  private final ScientificCalculator calculator = new MathCalculator(new CalculatorImpl());
  private final List<String> asked = new ArrayList<>();

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void initialize() {
    calculator.initialize();
  }

  @ParameterizedTest(name = "sqrt({0}) = {1}", quoteTextArguments = false)
  @CsvSource({"0, 0", "-0.0, -0.0", "4, 2", "2, 1.4142135623730951", "1e300, 1e150"})
  @DisplayName("sqrt")
  void takesSquareRoots(double value, double root) {
    assertThat(calculator.sqrt(value)).as("sqrt(%s)", value).isEqualTo(root);
  }

  @ParameterizedTest(name = "power({0}, {1}) = {2}", quoteTextArguments = false)
  @CsvSource({
    "2, 10, 1024",
    "10, 2, 100",
    "2, -1, 0.5",
    "0, 0, 1",
    "0, 5, 0",
    "-2, 3, -8",
    "4, 0.5, 2",
    "-2, -2, 0.25",
    "10, -400, 0"
  })
  @DisplayName("power")
  void raisesToPowers(double base, double exponent, double result) {
    assertThat(calculator.power(base, exponent))
        .as("power(%s, %s)", base, exponent)
        .isEqualTo(result);
  }

  @Test
  @DisplayName("factorial, to the last digit")
  void roundsFactorialsCorrectly() {
    BigInteger exact = BigInteger.ONE;
    assertThat(calculator.factorial(0)).as("0!").isEqualTo(1);
    for (int n = 1; n <= 170; n++) {
      exact = exact.multiply(BigInteger.valueOf(n));
      assertThat(calculator.factorial(n))
          .as("%d! is the double nearest to the exact product, which has more digits", n)
          .isEqualTo(exact.doubleValue());
    }
  }

  static Stream<Arguments> refused() {
    Class<?> invalid = InvalidOperandException.class;
    Class<?> range = ResultOutOfRangeException.class;
    Class<?> zero = DivisionByZeroException.class;
    return Stream.of(
        refused("sqrt(-1)", ready -> ready.sqrt(-1), invalid, "value"),
        refused("sqrt(NaN)", ready -> ready.sqrt(Double.NaN), invalid, "value"),
        refused("sqrt(infinity)", ready -> ready.sqrt(1 / 0.0), invalid, "value"),
        refused("power(NaN, 0)", ready -> ready.power(Double.NaN, 0), invalid, "base"),
        refused("power(1, NaN)", ready -> ready.power(1, Double.NaN), invalid, "exponent"),
        refused("power(0, -infinity)", ready -> ready.power(0, -1 / 0.0), invalid, "exponent"),
        refused("power(-8, 0.5)", ready -> ready.power(-8, 0.5), invalid, "exponent"),
        refused("power(0, -1)", ready -> ready.power(0, -1), zero, ""),
        refused("power(-0.0, -0.5)", ready -> ready.power(-0.0, -0.5), zero, ""),
        refused("power(10, 309)", ready -> ready.power(10, 309), range, ""),
        refused("power(-10, 309)", ready -> ready.power(-10, 309), range, ""),
        refused("factorial(-1)", ready -> ready.factorial(-1), invalid, "n"),
        refused("factorial(171)", ready -> ready.factorial(171), range, ""),
        refused("factorial(10^9)", ready -> ready.factorial(1_000_000_000), range, ""),
        refused("factorial(2^63 - 1)", ready -> ready.factorial(Long.MAX_VALUE), range, ""));
  }

  private static Arguments refused(
      String name,
      ToDoubleFunction<ScientificCalculator> calculation,
      Class<?> expected,
      String operand) {
    return Arguments.of(name, calculation, expected, operand);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("refused")
  @DisplayName("refuses what has no answer")
  void refusesWhatHasNoAnswer(
      String name,
      ToDoubleFunction<ScientificCalculator> calculation,
      Class<?> expected,
      String operand) {
    Throwable thrown = catchThrowable(() -> calculation.applyAsDouble(calculator));

    assertThat(thrown).as("%s", name).isInstanceOf(expected);
    if (!operand.isEmpty()) {
      assertThat(((CalculatorException) thrown).error().orElseThrow().violations())
          .as("%s names the operand at fault", name)
          .extracting(OperandViolation::operand)
          .containsExactly(operand);
    }
    assertThat(calculator.status().errors()).as("%s counts as an error", name).isEqualTo(1);
    assertThat(calculator.status().calls()).as("%s counts as a call", name).isEqualTo(1);
  }

  @Test
  @DisplayName("counts, and works only while initialized")
  void countsAndFollowsTheState() {
    double ignored = calculator.sqrt(4) + calculator.power(2, 2) + calculator.factorial(3);
    assertThat(calculator.status().calls()).as("calls after three calculations").isEqualTo(3);
    calculator.shutdown();

    assertThat(
            List.of(
                catchThrowable(() -> calculator.sqrt(4)),
                catchThrowable(() -> calculator.power(2, 2)),
                catchThrowable(() -> calculator.factorial(3))))
        .as("after shutdown each operation throws NotInitializedException")
        .hasOnlyElementsOfType(NotInitializedException.class);
    assertThat(calculator.status().errors()).as("errors after shutdown").isEqualTo(3);
  }

  @Test
  @DisplayName("the service asks its calculator and sends the answer")
  void serviceAsksItsCalculator() {
    try (TestPair pair = TestPair.of(() -> new ScientificService(new Scripted(asked)))) {
      ScientificGrpc.ScientificBlockingStub stub =
          ScientificGrpc.newBlockingStub(pair.channel()).withDeadlineAfter(Duration.ofSeconds(10));

      assertThat(stub.sqrt(SqrtRequest.newBuilder().setValue(9).build()).getValue())
          .as("Sqrt sends what the calculator answered")
          .isEqualTo(101);
      assertThat(stub.power(PowerRequest.newBuilder().setBase(2).setExponent(5).build()).getValue())
          .as("Power sends what the calculator answered")
          .isEqualTo(102);
      assertThat(stub.factorial(FactorialRequest.newBuilder().setN(7).build()).getValue())
          .as("Factorial sends what the calculator answered")
          .isEqualTo(103);
      assertThat(asked)
          .as("the calculator was asked once for each, operands in their order")
          .containsExactly("sqrt(9.0)", "power(2.0, 5.0)", "factorial(7)");
    }
  }

  @Test
  @DisplayName("the service lets its calculator decide, and sends its error")
  void serviceSendsErrors() {
    try (TestPair pair = TestPair.of(() -> new ScientificService(new Scripted(asked)))) {
      ScientificGrpc.ScientificBlockingStub stub =
          ScientificGrpc.newBlockingStub(pair.channel()).withDeadlineAfter(Duration.ofSeconds(10));

      assertNamed(
          "INVALID_OPERAND",
          catchThrowable(() -> stub.sqrt(SqrtRequest.newBuilder().setValue(-1).build())));
      assertNamed(
          "INVALID_OPERAND",
          catchThrowable(() -> stub.power(PowerRequest.newBuilder().setBase(-1).build())));
      assertNamed(
          "INVALID_OPERAND",
          catchThrowable(() -> stub.factorial(FactorialRequest.newBuilder().setN(-1).build())));
      assertThat(asked)
          .as("the service asks its calculator, also where the answer is no")
          .containsExactly("sqrt(-1.0)", "power(-1.0, 0.0)", "factorial(-1)");
    }
  }

  private static void assertNamed(String name, Throwable thrown) {
    assertThat(thrown)
        .as("the calculator's error reaches the host as a status")
        .isInstanceOf(StatusRuntimeException.class);
    Metadata trailers = ((StatusRuntimeException) thrown).getTrailers();
    assertThat(trailers == null ? null : trailers.get(ERROR_NAME))
        .as("the trailer calculator-error of %s: use Replies.reply", thrown.getMessage())
        .isEqualTo(name);
  }

  @Test
  @DisplayName("the client asks the plugin and returns its answer")
  void clientAsksThePlugin() {
    try (TestPair pair = TestPair.of(() -> new Plugin(asked, null))) {
      ScientificCalculator client = new ScientificClient(pair.channel());

      assertThat(client.sqrt(-9)).as("sqrt returns the plugin's answer").isEqualTo(101);
      assertThat(client.power(2, 5)).as("power returns the plugin's answer").isEqualTo(102);
      assertThat(client.factorial(200)).as("factorial returns the plugin's answer").isEqualTo(103);
      assertThat(asked)
          .as("the plugin was asked once for each, operands in their order")
          .containsExactly("sqrt(-9.0)", "power(2.0, 5.0)", "factorial(200)");
    }
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"DIVISION_BY_ZERO", "INVALID_OPERAND", "UNIMPLEMENTED", "UNAVAILABLE"})
  @DisplayName("the client throws the contract's exceptions")
  void clientThrowsTheContractsExceptions(String name) {
    Class<?> expected =
        switch (name) {
          case "DIVISION_BY_ZERO" -> DivisionByZeroException.class;
          case "INVALID_OPERAND" -> InvalidOperandException.class;
          case "UNIMPLEMENTED" -> OperationNotSupportedException.class;
          default -> CalculatorUnavailableException.class;
        };
    try (TestPair pair = TestPair.of(() -> new Plugin(asked, failure(name)))) {
      ScientificCalculator client = new ScientificClient(pair.channel());

      assertThat(
              List.of(
                  catchThrowable(() -> client.sqrt(1)),
                  catchThrowable(() -> client.power(1, 1)),
                  catchThrowable(() -> client.factorial(1))))
          .as("what sqrt, power and factorial throw where the plugin fails with %s", name)
          .hasOnlyElementsOfType(expected);
    }
  }

  private static StatusRuntimeException failure(String name) {
    return switch (name) {
      case "UNIMPLEMENTED" -> Status.UNIMPLEMENTED.asRuntimeException();
      case "UNAVAILABLE" -> Status.UNAVAILABLE.asRuntimeException();
      default -> {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_NAME, name);
        yield Status.INVALID_ARGUMENT.withDescription("no").asRuntimeException(trailers);
      }
    };
  }

  @Test
  @DisplayName("the client waits no longer than its timeout")
  void clientHasADeadline() {
    try (TestPair pair = TestPair.of(() -> new Silent())) {
      ScientificCalculator client = new ScientificClient(pair.channel(), Duration.ofMillis(300));

      assertThat(
              List.of(
                  catchThrowable(() -> client.sqrt(1)),
                  catchThrowable(() -> client.power(1, 1)),
                  catchThrowable(() -> client.factorial(1))))
          .as("a plugin that never answers")
          .hasOnlyElementsOfType(CalculatorUnavailableException.class);
    }
  }

  /// A calculator that notes what it is asked, and refuses what is negative.
  private record Scripted(List<String> asked) implements ScientificCalculator {
    @Override
    public double sqrt(double value) {
      return answer("sqrt(" + value + ")", value, 101);
    }

    @Override
    public double power(double base, double exponent) {
      return answer("power(" + base + ", " + exponent + ")", base, 102);
    }

    @Override
    public double factorial(long n) {
      return answer("factorial(" + n + ")", (double) n, 103);
    }

    private double answer(String call, double operand, double answer) {
      asked.add(call);
      if (operand < 0) {
        throw new InvalidOperandException("negative");
      }
      return answer;
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}

    @Override
    public CalculatorStatus status() {
      return new CalculatorStatus(true, Duration.ZERO, 0, 0);
    }

    @Override
    public double add(double left, double right) {
      return plain().add(left, right);
    }

    @Override
    public double subtract(double left, double right) {
      return plain().subtract(left, right);
    }

    @Override
    public double multiply(double left, double right) {
      return plain().multiply(left, right);
    }

    @Override
    public double divide(double left, double right) {
      return plain().divide(left, right);
    }

    private static Calculator plain() {
      throw new AssertionError("the check asks for none of these");
    }
  }

  /// A plugin that notes what it is asked, and answers or fails.
  private static final class Plugin extends ScientificGrpc.ScientificImplBase {
    private final List<String> asked;
    private final StatusRuntimeException failure;

    Plugin(List<String> asked, StatusRuntimeException failure) {
      this.asked = asked;
      this.failure = failure;
    }

    @Override
    public void sqrt(SqrtRequest request, StreamObserver<Number> answer) {
      reply("sqrt(" + request.getValue() + ")", 101, answer);
    }

    @Override
    public void power(PowerRequest request, StreamObserver<Number> answer) {
      reply("power(" + request.getBase() + ", " + request.getExponent() + ")", 102, answer);
    }

    @Override
    public void factorial(FactorialRequest request, StreamObserver<Number> answer) {
      reply("factorial(" + request.getN() + ")", 103, answer);
    }

    private void reply(String call, double value, StreamObserver<Number> answer) {
      if (failure != null) {
        answer.onError(failure);
        return;
      }
      asked.add(call);
      answer.onNext(Number.newBuilder().setValue(value).build());
      answer.onCompleted();
    }
  }

  /// A plugin that never answers.
  private static final class Silent extends ScientificGrpc.ScientificImplBase {
    @Override
    public void sqrt(SqrtRequest request, StreamObserver<Number> answer) {}

    @Override
    public void power(PowerRequest request, StreamObserver<Number> answer) {}

    @Override
    public void factorial(FactorialRequest request, StreamObserver<Number> answer) {}
  }
}
