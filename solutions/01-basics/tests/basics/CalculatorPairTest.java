package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Client and service together, over each kind of socket: what goes in at one end comes out at the
/// other.
@ParameterizedClass
@EnumSource
class CalculatorPairTest {
  private static final List<Function<Calculator, Double>> CALCULATIONS =
      List.of(
          calculator -> calculator.add(6, 7),
          calculator -> calculator.subtract(6, 7),
          calculator -> calculator.multiply(6, 7),
          calculator -> calculator.divide(6, 7));

  private final ListeningServer server;
  private final PluginConnection connection;
  private final Calculator remote;
  private volatile Calculator computing = new CalculatorImpl();

  CalculatorPairTest(Network network) {
    Logging.toStderr();
    PluginListener listener =
        switch (network) {
          case UNIX -> UnixListener.inTempDirectory();
          case TCP -> new TcpListener(0, 0);
        };
    CalculatorService service = new CalculatorService(delegating());
    server = listener.listen(builder -> builder.addService(service));
    connection = PluginConnection.open(server.address());
    remote = new CalculatorClient(connection.channel());
  }

  /// Passes each call on to `computing`.
  private Calculator delegating() {
    return proxy(
        (method, arguments) -> {
          try {
            return method.invoke(computing, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static Calculator proxy(Handler handler) {
    return (Calculator)
        Proxy.newProxyInstance(
            Calculator.class.getClassLoader(),
            new Class<?>[] {Calculator.class},
            (self, method, arguments) -> handler.handle(method, arguments));
  }

  private static Calculator failing(CalculatorException error) {
    return proxy(
        (method, arguments) -> {
          throw error;
        });
  }

  @BeforeEach
  void startAfresh() {
    computing = new CalculatorImpl();
    computing.initialize();
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void calculates() {
    assertThat(remote.add(6, 7)).isEqualTo(13);
    assertThat(remote.subtract(6, 7)).isEqualTo(-1);
    assertThat(remote.multiply(6, 7)).isEqualTo(42);
    assertThat(remote.divide(6, 7)).isEqualTo(6.0 / 7.0);
  }

  @Test
  void keepsTheSignOfZeroAndTheSmallestNumber() {
    assertThat(remote.add(-0.0, -0.0)).isEqualTo(-0.0);
    assertThat(remote.subtract(Double.MIN_VALUE, 0)).isEqualTo(Double.MIN_VALUE);
    assertThat(remote.multiply(Double.MAX_VALUE, 1)).isEqualTo(Double.MAX_VALUE);
    assertThat(remote.divide(Double.MIN_VALUE, 2)).as("underflow is zero").isEqualTo(0);
  }

  @Test
  void goesThroughItsLife() {
    computing = new CalculatorImpl();
    assertThat(remote.status()).isEqualTo(new CalculatorStatus(false, Duration.ZERO, 0, 0));
    assertThatThrownBy(() -> remote.add(1, 2)).isInstanceOf(NotInitializedException.class);

    remote.initialize();
    remote.initialize();
    assertThat(remote.add(1, 2)).isEqualTo(3);
    assertThat(remote.status().initialized()).isTrue();

    remote.shutdown();
    remote.shutdown();
    assertThatThrownBy(() -> remote.add(1, 2)).isInstanceOf(NotInitializedException.class);
    assertThat(remote.status()).isEqualTo(new CalculatorStatus(false, Duration.ZERO, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double bad) {
    assertThatThrownBy(() -> remote.add(bad, 1))
        .isInstanceOf(InvalidOperandException.class)
        .hasMessage("left is %s, expected a finite number", bad);
    assertThatThrownBy(() -> remote.divide(1, bad))
        .isInstanceOf(InvalidOperandException.class)
        .hasMessage("right is %s, expected a finite number", bad);
  }

  @Test
  void refusesOverflow() {
    double max = Double.MAX_VALUE;

    assertThatThrownBy(() -> remote.add(max, max)).isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(() -> remote.subtract(-max, max))
        .isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(() -> remote.multiply(max, 2)).isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(() -> remote.divide(max, 0.5)).isInstanceOf(ResultOutOfRangeException.class);
  }

  static List<CalculatorException> contractErrors() {
    return List.of(
        new DivisionByZeroException("1.0 / 0.0"),
        new InvalidOperandException("left is NaN, größer als nichts"),
        new ResultOutOfRangeException("too large"),
        new NotInitializedException("call initialize first"),
        new OperationNotSupportedException("an older plugin"));
  }

  @ParameterizedTest
  @MethodSource("contractErrors")
  void anErrorArrivesAsItWasThrown(CalculatorException error) {
    computing = failing(error);

    for (Function<Calculator, Double> calculation : CALCULATIONS) {
      assertThatThrownBy(() -> calculation.apply(remote))
          .hasSameClassAs(error)
          .hasMessage(error.getMessage());
    }
    assertThatThrownBy(() -> remote.status()).hasSameClassAs(error);
    assertThatThrownBy(() -> remote.initialize()).hasSameClassAs(error);
    assertThatThrownBy(() -> remote.shutdown()).hasSameClassAs(error);
  }

  @Test
  void anUnavailableCalculatorBehindThePluginIsUnavailableHere() {
    computing = failing(new CalculatorUnavailableException("its own plugin is gone", new Error()));

    assertThatThrownBy(() -> remote.add(1, 2))
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessage("no answer to add: UNAVAILABLE, its own plugin is gone");
  }

  @Test
  void aBugInThePluginIsUnavailableWithItsText() {
    computing =
        proxy(
            (method, arguments) -> {
              throw new IllegalStateException("the drum is empty");
            });

    assertThatThrownBy(() -> remote.add(1, 2))
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessageContainingAll("add", "INTERNAL", "the drum is empty");
  }

  @Test
  void aMessageThatIsTooLongForAHeaderStillEndsTheCall() {
    computing = failing(new NotInitializedException("x".repeat(20_000)));

    assertThat(catchThrowable(() -> remote.add(1, 2))).isInstanceOf(CalculatorException.class);
  }

  @Test
  void manyThreadsMayCall() {
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(i -> Thread.startVirtualThread(() -> remote.add(i, i)))
            .toList();
    for (Thread thread : threads) {
      join(thread);
    }

    assertThat(remote.status().calls()).isEqualTo(20);
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
