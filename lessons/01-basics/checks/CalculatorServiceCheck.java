import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.CalculatorService;
import basics.ListeningServer;
import basics.Logging;
import basics.PluginConnection;
import basics.UnixListener;
import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The service behind a real Unix socket, with a calculator of the check's own behind it.
@Tag("1.2")
@DisplayName("1.2 CalculatorService.multiply and divide")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalculatorServiceCheck {
  private static final Metadata.Key<String> ERROR_NAME =
      Metadata.Key.of("calculator-error", Metadata.ASCII_STRING_MARSHALLER);

  private final FakeCalculator calculator = new FakeCalculator();
  private ListeningServer server;
  private PluginConnection connection;

  @BeforeAll
  void serve() {
    Logging.toStderr();
    server =
        UnixListener.inTempDirectory()
            .listen(builder -> builder.addService(new CalculatorService(calculator)));
    connection = PluginConnection.open(server.address());
  }

  @AfterAll
  void close() {
    connection.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    calculator.asked.clear();
    calculator.error = null;
  }

  @Test
  @DisplayName("multiply asks the calculator and sends its answer")
  void multiplySendsTheCalculatorsAnswer() {
    calculator.answer = 1234.5;

    assertThat(multiply(6, 7))
        .as("the service sends what the calculator answers")
        .isEqualTo(1234.5);
    assertThat(calculator.asked)
        .as("the service asks the calculator once, with both operands in their order")
        .containsExactly("multiply(6.0, 7.0)");
  }

  @Test
  @DisplayName("divide asks the calculator and sends its answer")
  void divideSendsTheCalculatorsAnswer() {
    calculator.answer = -99.25;

    assertThat(divide(6, 7)).as("the service sends what the calculator answers").isEqualTo(-99.25);
    assertThat(calculator.asked)
        .as("the service asks the calculator once, with both operands in their order")
        .containsExactly("divide(6.0, 7.0)");
  }

  @Test
  @DisplayName("leaves all decisions to the calculator")
  void decidesNothing() {
    calculator.answer = 7;

    assertThat(divide(1, 0)).as("whether 1 / 0 is an error decides the calculator").isEqualTo(7);
    assertThat(multiply(Double.NaN, -0.0))
        .as("whether NaN is an operand decides the calculator")
        .isEqualTo(7);
    assertThat(calculator.asked)
        .as("operands reach the calculator as they are")
        .containsExactly("divide(1.0, 0.0)", "multiply(NaN, -0.0)");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        error(new DivisionByZeroException("6 / 0"), Status.Code.INVALID_ARGUMENT),
        error(new InvalidOperandException("left is NaN"), Status.Code.INVALID_ARGUMENT),
        error(new ResultOutOfRangeException("too large"), Status.Code.OUT_OF_RANGE),
        error(new NotInitializedException("initialize me"), Status.Code.FAILED_PRECONDITION),
        error(new OperationNotSupportedException("too old"), Status.Code.UNIMPLEMENTED),
        error(new CalculatorUnavailableException("gone", null), Status.Code.UNAVAILABLE));
  }

  private static Arguments error(CalculatorException error, Status.Code code) {
    return Arguments.of(error.getClass().getSimpleName(), error, code);
  }

  @ParameterizedTest(
      name = "a {0} of the calculator reaches the host as {2}",
      quoteTextArguments = false)
  @MethodSource("errors")
  void errorsReachTheHost(String name, CalculatorException error, Status.Code code) {
    calculator.error = error;

    for (StatusRuntimeException failure : List.of(failureOfMultiply(), failureOfDivide())) {
      assertThat(failure.getStatus().getCode())
          .as("the status of a %s: let reply send it, as add does; got %s", name, failure)
          .isEqualTo(code);
      assertThat(failure.getStatus().getDescription())
          .as("the status's description is the exception's message")
          .isEqualTo(error.getMessage());
    }
  }

  @Test
  @DisplayName("a trailer tells apart what shares a status code")
  void trailerNamesTheError() {
    calculator.error = new DivisionByZeroException("6 / 0");
    assertTrailer(failureOfDivide(), "DIVISION_BY_ZERO");

    calculator.error = new InvalidOperandException("left is NaN");
    assertTrailer(failureOfMultiply(), "INVALID_OPERAND");
  }

  @Test
  @DisplayName("goes on after an error")
  void goesOnAfterAnError() {
    calculator.error = new DivisionByZeroException("6 / 0");
    failureOfDivide();
    calculator.error = null;
    calculator.answer = 3;

    assertThat(divide(6, 2)).as("the call after a failed one").isEqualTo(3);
  }

  private double multiply(double left, double right) {
    return answer("multiply", plugin -> plugin.multiply(operands(left, right)).getValue());
  }

  private double divide(double left, double right) {
    return answer("divide", plugin -> plugin.divide(operands(left, right)).getValue());
  }

  private StatusRuntimeException failureOfMultiply() {
    return failure("multiply", plugin -> plugin.multiply(operands(6, 0)).getValue());
  }

  private StatusRuntimeException failureOfDivide() {
    return failure("divide", plugin -> plugin.divide(operands(6, 0)).getValue());
  }

  /// A call that ends with a number.
  private double answer(
      String operation, Function<CalculatorGrpc.CalculatorBlockingStub, Double> call) {
    try {
      return call.apply(plugin());
    } catch (StatusRuntimeException e) {
      throw new AssertionError(advice(operation, e), e);
    }
  }

  /// A call that ends with a status.
  private StatusRuntimeException failure(
      String operation, Function<CalculatorGrpc.CalculatorBlockingStub, Double> call) {
    Throwable thrown = catchThrowable(() -> call.apply(plugin()));
    assertThat(thrown)
        .as("%s must end the call with onError when the calculator throws", operation)
        .isInstanceOf(StatusRuntimeException.class);
    StatusRuntimeException failure = (StatusRuntimeException) thrown;
    assertThat(failure.getStatus().getCode())
        .as(advice(operation, failure))
        .isNotIn(Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED);
    return failure;
  }

  private static String advice(String operation, StatusRuntimeException failure) {
    return failure.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
        ? operation + " never answered: call onNext and onCompleted, or onError, as reply does"
        : operation + " must answer with the calculator's number, but it answered " + failure;
  }

  private CalculatorGrpc.CalculatorBlockingStub plugin() {
    return CalculatorGrpc.newBlockingStub(connection.channel())
        .withDeadlineAfter(4, TimeUnit.SECONDS);
  }

  private static Operands operands(double left, double right) {
    return Operands.newBuilder().setLeft(left).setRight(right).build();
  }

  private static void assertTrailer(StatusRuntimeException failure, String expected) {
    Metadata trailers = failure.getTrailers();
    assertThat(trailers == null ? null : trailers.get(ERROR_NAME))
        .as("trailer calculator-error: CalculatorErrorToStatus puts it there; got %s", failure)
        .isEqualTo(expected);
  }

  /// Answers each calculation with the same number, or the same error.
  private static final class FakeCalculator implements Calculator {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile double answer;
    volatile CalculatorException error;

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}

    @Override
    public CalculatorStatus status() {
      return new CalculatorStatus(true, Duration.ZERO, asked.size(), 0);
    }

    @Override
    public double add(double left, double right) {
      return calculate("add", left, right);
    }

    @Override
    public double subtract(double left, double right) {
      return calculate("subtract", left, right);
    }

    @Override
    public double multiply(double left, double right) {
      return calculate("multiply", left, right);
    }

    @Override
    public double divide(double left, double right) {
      return calculate("divide", left, right);
    }

    private double calculate(String operation, double left, double right) {
      asked.add("%s(%s, %s)".formatted(operation, left, right));
      CalculatorException failure = error;
      if (failure != null) {
        throw failure;
      }
      return answer;
    }
  }
}
