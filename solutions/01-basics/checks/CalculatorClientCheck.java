import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.CalculatorClient;
import basics.ListeningServer;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.UnixListener;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

/// The client in front of a real Unix socket, with a plugin of the check's own behind it.
@Tag("1.3")
@DisplayName("1.3 CalculatorClient.multiply and divide, and its errors")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalculatorClientCheck {
  private static final Metadata.Key<String> ERROR_NAME =
      Metadata.Key.of("calculator-error", Metadata.ASCII_STRING_MARSHALLER);

  private final ScriptedPlugin plugin = new ScriptedPlugin();
  private ListeningServer server;
  private PluginConnection connection;
  private CalculatorClient client;

  @BeforeAll
  void serve() {
    Logging.toStderr();
    server = UnixListener.inTempDirectory().listen(builder -> builder.addService(plugin));
    connection = PluginConnection.open(server.address());
    client = new CalculatorClient(connection.channel());
  }

  @AfterAll
  void close() {
    connection.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    plugin.asked.clear();
  }

  @Test
  @DisplayName("multiply asks the plugin and returns its answer")
  void multiplyAsksThePlugin() {
    plugin.answers(1234.5);

    assertThat(client.multiply(6, 7)).as("multiply returns the plugin's answer").isEqualTo(1234.5);
    assertThat(plugin.asked)
        .as("multiply asks the plugin once, with both operands in their order")
        .containsExactly("multiply(6.0, 7.0)");
  }

  @Test
  @DisplayName("divide asks the plugin and returns its answer")
  void divideAsksThePlugin() {
    plugin.answers(-99.25);

    assertThat(client.divide(6, 7)).as("divide returns the plugin's answer").isEqualTo(-99.25);
    assertThat(plugin.asked)
        .as("divide asks the plugin once, with both operands in their order")
        .containsExactly("divide(6.0, 7.0)");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        error("DIVISION_BY_ZERO", Status.INVALID_ARGUMENT, DivisionByZeroException.class),
        error("INVALID_OPERAND", Status.INVALID_ARGUMENT, InvalidOperandException.class),
        error("RESULT_OUT_OF_RANGE", Status.OUT_OF_RANGE, ResultOutOfRangeException.class),
        error("NOT_INITIALIZED", Status.FAILED_PRECONDITION, NotInitializedException.class));
  }

  private static Arguments error(
      String name, Status status, Class<? extends CalculatorException> expected) {
    return Arguments.of(name, status, expected, expected.getSimpleName());
  }

  @ParameterizedTest(name = "the trailer {0} becomes a {3}", quoteTextArguments = false)
  @MethodSource("errors")
  void trailersBecomeExceptions(
      String name, Status status, Class<? extends CalculatorException> expected, String ignored) {
    plugin.fails(status.withDescription("what the plugin said"), name);

    for (Throwable thrown : failures()) {
      assertThat(thrown)
          .as("%s with the trailer calculator-error: %s", status.getCode(), name)
          .isInstanceOf(expected);
      assertThat(thrown)
          .as("the exception's message is the status's description, and nothing else")
          .hasMessage("what the plugin said");
    }
  }

  @Test
  @DisplayName("the trailer decides, whatever the status code")
  void trailerDecides() {
    plugin.fails(Status.UNIMPLEMENTED.withDescription("6 / 0"), "DIVISION_BY_ZERO");

    assertThat(failureOfDivide())
        .as("a known trailer counts more than the status code")
        .isInstanceOf(DivisionByZeroException.class);
  }

  @Test
  @DisplayName("a message is there even if the plugin sent none")
  void tellsTheStatusWithoutADescription() {
    plugin.fails(Status.INVALID_ARGUMENT, "DIVISION_BY_ZERO");

    assertThat(failureOfDivide())
        .as("without a description the message is the whole status")
        .isInstanceOf(DivisionByZeroException.class)
        .hasMessageContaining("INVALID_ARGUMENT");

    plugin.fails(Status.UNIMPLEMENTED, null);

    assertThat(failureOfDivide())
        .as("without a description the message is the whole status")
        .isInstanceOf(OperationNotSupportedException.class)
        .hasMessageContaining("UNIMPLEMENTED");
  }

  @Test
  @DisplayName("UNIMPLEMENTED means that the plugin does not know the operation")
  void unimplementedIsNotSupported() {
    plugin.fails(Status.UNIMPLEMENTED.withDescription("no such method"), null);

    for (Throwable thrown : failures()) {
      assertThat(thrown)
          .as("UNIMPLEMENTED without a trailer")
          .isInstanceOf(OperationNotSupportedException.class);
      assertThat(thrown)
          .as("the exception's message is the status's description, and nothing else")
          .hasMessage("no such method");
    }
  }

  @Test
  @DisplayName("a trailer that it does not know decides nothing")
  void unknownTrailerDecidesNothing() {
    plugin.fails(Status.UNIMPLEMENTED.withDescription("no such method"), "SOMETHING_NEWER");
    assertThat(failureOfDivide())
        .as("UNIMPLEMENTED with an unknown trailer")
        .isInstanceOf(OperationNotSupportedException.class);

    plugin.fails(Status.INVALID_ARGUMENT.withDescription("odd"), "SOMETHING_NEWER");
    assertThat(failureOfDivide())
        .as("INVALID_ARGUMENT with an unknown trailer: the contract has no name for it")
        .isInstanceOf(CalculatorUnavailableException.class);
  }

  @Test
  @DisplayName("any other status without a trailer means that there is no answer")
  void anyOtherStatusIsUnavailable() {
    for (Code code : EnumSet.complementOf(EnumSet.of(Code.OK, Code.UNIMPLEMENTED))) {
      plugin.fails(code.toStatus().withDescription("what the plugin said"), null);

      Throwable thrown = failureOfDivide();

      assertThat(thrown)
          .as("%s without a trailer: the contract has no name for it", code)
          .isInstanceOf(CalculatorUnavailableException.class);
      assertThat(thrown)
          .as("the message tells the operation and the whole status")
          .hasMessageContainingAll("divide", code.name(), "what the plugin said");
      assertThat(thrown)
          .as("the cause is the failure that the stub threw: keep the evidence")
          .hasCauseInstanceOf(StatusRuntimeException.class);
    }
  }

  @Test
  @DisplayName("a plugin that does not answer is unavailable, after the client's timeout")
  void silenceIsUnavailable() {
    plugin.reaction = answer -> {};
    CalculatorClient hasty = new CalculatorClient(connection.channel(), Duration.ofMillis(200));

    CompletableFuture<Throwable> ended =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> hasty.divide(6, 7)), Thread::startVirtualThread);

    assertThat(ended)
        .as("divide must go through call, which sets the deadline: it still waits")
        .succeedsWithin(Duration.ofSeconds(5));
    assertThat(ended.join())
        .as("no answer within the timeout")
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessageContaining("DEADLINE_EXCEEDED");
  }

  @Test
  @DisplayName("a plugin that is gone is unavailable")
  void aGonePluginIsUnavailable() {
    PluginAddress nowhere = new PluginAddress(Network.UNIX, server.address().address() + "-gone");

    try (PluginConnection broken = PluginConnection.open(nowhere)) {
      CalculatorClient lonely = new CalculatorClient(broken.channel());
      assertThat(failure("divide", () -> lonely.divide(6, 7)))
          .as("nobody listens at %s", nowhere)
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("UNAVAILABLE");
    }
  }

  @Test
  @DisplayName("an interrupted call is unavailable, though it has no trailers at all")
  void anInterruptedCallIsUnavailable() {
    plugin.answers(42);
    CalculatorClient interrupted =
        new CalculatorClient(
            ClientInterceptors.intercept(connection.channel(), new InterruptsTheCaller()));
    Throwable thrown;
    try {
      thrown = catchThrowable(() -> interrupted.divide(6, 7));
    } finally {
      Thread.interrupted();
    }

    assertThat(thrown)
        .as("the thread was interrupted as the answer came: failure.getTrailers() is null then")
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessageContaining("CANCELLED");
  }

  @Test
  @DisplayName("no gRPC type shows in what a host calls")
  void noGrpcTypeShows() {
    List<String> leaks = new ArrayList<>();
    for (Method method : CalculatorClient.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        types.add(method.getReturnType());
        types.addAll(List.of(method.getExceptionTypes()));
        types.stream().filter(CalculatorClientCheck::isGrpc).forEach(t -> leaks.add(method + ""));
      }
    }

    assertThat(leaks)
        .as("public methods of CalculatorClient speak the contract's language only")
        .isEmpty();
  }

  private static boolean isGrpc(Class<?> type) {
    return Stream.of("io.grpc.", "com.google.", "course.calculator.")
        .anyMatch(type.getName()::startsWith);
  }

  private List<Throwable> failures() {
    return List.of(failure("multiply", () -> client.multiply(6, 7)), failureOfDivide());
  }

  private Throwable failureOfDivide() {
    return failure("divide", () -> client.divide(6, 7));
  }

  private static Throwable failure(String operation, Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown)
        .as(
            "the plugin's %s failed, so the client must throw one of the contract's errors",
            operation)
        .isInstanceOf(CalculatorException.class);
    return thrown;
  }

  /// Interrupts the calling thread when the answer is there. The stub then makes up a failure of
  /// its own, to which no trailers belong.
  private static final class InterruptsTheCaller implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                  super.onClose(status, trailers);
                  Thread.currentThread().interrupt();
                }
              },
              headers);
        }
      };
    }
  }

  /// Reacts to each calculation in the same way.
  private static final class ScriptedPlugin extends CalculatorGrpc.CalculatorImplBase {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Consumer<StreamObserver<Result>> reaction = answer -> {};

    void answers(double value) {
      reaction =
          answer -> {
            answer.onNext(Result.newBuilder().setValue(value).build());
            answer.onCompleted();
          };
    }

    /// @param errorName the trailer; none if null
    void fails(Status status, String errorName) {
      Metadata trailers = new Metadata();
      if (errorName != null) {
        trailers.put(ERROR_NAME, errorName);
      }
      reaction = answer -> answer.onError(status.asRuntimeException(trailers));
    }

    @Override
    public void multiply(Operands operands, StreamObserver<Result> answer) {
      react("multiply", operands, answer);
    }

    @Override
    public void divide(Operands operands, StreamObserver<Result> answer) {
      react("divide", operands, answer);
    }

    private void react(String operation, Operands operands, StreamObserver<Result> answer) {
      asked.add("%s(%s, %s)".formatted(operation, operands.getLeft(), operands.getRight()));
      reaction.accept(answer);
    }
  }
}
