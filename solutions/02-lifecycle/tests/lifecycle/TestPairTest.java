package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.EnvironmentListener;
import basics.Logging;
import basics.Network;
import contract.Calculator;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Host and plugin in one program, and what either may set on the connection between them.
class TestPairTest {
  private static final ServiceSet CALCULATOR =
      ServiceSet.of("calculator", () -> new CalculatorService(new CalculatorImpl()));

  private static final MethodDescriptor<byte[], byte[]> ECHO =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("test.Echo/Echo")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @Test
  @Tag("F38")
  void oneLineMakesAPair() {
    Path socket;
    try (TestPair pair = TestPair.of(CALCULATOR, Helper.CALCULATOR)) {
      Calculator calculator = pair.dispense("calculator", Calculator.class);
      calculator.initialize();
      socket = Path.of(pair.client().reattachConfig().address().address());

      assertThat(calculator.add(20, 22)).isEqualTo(42);
      pair.client().ping();
      assertThat(Files.exists(socket)).as("a real socket").isTrue();
    }
    assertThat(socket).doesNotExist();
    assertThat(socket.getParent()).as("its private directory").doesNotExist();
  }

  @Test
  @Tag("F38")
  void endsAsAPluginDoes() {
    TestPair pair = TestPair.of(CALCULATOR);

    assertThat(pair.client().kill().graceful()).isTrue();
    assertThat(pair.client().exit()).isCompletedWithValue(ExitStatus.of(0));
    pair.close();
  }

  @Test
  @Tag("F6")
  @Tag("F8")
  @Tag("F38")
  void takesTheSettingsOfBothSides() {
    ServeConfig plugin =
        ServeConfig.of(Helper.HANDSHAKE, Map.of(1, CALCULATOR, 2, CALCULATOR, 3, CALCULATOR))
            .withListener(new EnvironmentListener(Network.TCP));
    ClientConfig.Builder host =
        ClientConfig.builder(Helper.HANDSHAKE)
            .plugins(2, Helper.CALCULATOR)
            .plugins(4, Helper.CALCULATOR);
    try (TestPair pair = TestPair.of(plugin, host)) {
      assertThat(pair.client().negotiatedVersion()).isEqualTo(2);
      assertThat(pair.client().reattachConfig().address().network()).isEqualTo(Network.TCP);
    }
  }

  @ParameterizedTest
  @Tag("F6")
  @Tag("case-30")
  @Tag("case-31")
  @Tag("case-32")
  @CsvSource({"'1,2', '1', 1", "'2', '1,2', 2", "'1,2', '2', 2", "'1,2,4', '1,2,3', 2"})
  void agreesOnTheHighestVersionOfBoth(String plugin, String host, int agreed) {
    Map<Integer, ServiceSet> services = new TreeMap<>();
    for (String version : plugin.split(",", -1)) {
      services.put(Integer.valueOf(version), CALCULATOR);
    }
    ClientConfig.Builder builder = ClientConfig.builder(Helper.HANDSHAKE);
    for (String version : host.split(",", -1)) {
      builder.plugins(Integer.parseInt(version), Helper.CALCULATOR);
    }
    try (TestPair pair = TestPair.of(ServeConfig.of(Helper.HANDSHAKE, services), builder)) {
      assertThat(pair.client().negotiatedVersion()).isEqualTo(agreed);
      pair.client().ping();
    }
  }

  @Test
  @Tag("F6")
  @Tag("case-16")
  void aPluginWithoutACommonVersionIsRefusedByItsHost() {
    ServeConfig plugin = ServeConfig.of(Helper.HANDSHAKE, Map.of(2, CALCULATOR, 3, CALCULATOR));

    assertThatThrownBy(() -> TestPair.of(plugin, host()))
        .isInstanceOf(IncompatibleVersionException.class)
        .hasMessageContaining("the plugin offers 2")
        .hasMessageContaining("the host has [1]");
  }

  @Test
  @Tag("F10")
  @Tag("F11")
  void oneProcessServesSeveralPlugins() {
    BindableService second = echoService();
    PluginSet plugins = Helper.CALCULATOR.and("echo", Channel.class, DispenseContext::channel);
    try (TestPair pair = TestPair.of(CALCULATOR.and("echo", () -> second), plugins)) {
      Calculator calculator = pair.dispense("calculator", Calculator.class);
      calculator.initialize();

      assertThat(calculator.add(1, 2)).isEqualTo(3);
      byte[] answer =
          ClientCalls.blockingUnaryCall(
              pair.dispense("echo", Channel.class), ECHO, CallOptions.DEFAULT, new byte[7]);
      assertThat(answer).hasSize(7);
    }
  }

  @Test
  @Tag("F31")
  void bothSidesMayIntercept() {
    List<String> seen = new CopyOnWriteArrayList<>();
    ServeConfig plugin = echo().withServer(builder -> builder.intercept(new Noting(seen)));
    ClientConfig.Builder host = host().dialer(builder -> builder.intercept(new Sending("traced")));
    try (TestPair pair = TestPair.of(plugin, host)) {
      byte[] _ = echo(pair, new byte[1]);
    }

    assertThat(seen).contains("test.Echo/Echo traced");
  }

  @Test
  @Tag("F31")
  @Tag("F32")
  void bothSidesMaySetLimits() {
    ServeConfig plugin = echo().withServer(builder -> builder.maxInboundMessageSize(2_000));
    ClientConfig.Builder host = host().dialer(builder -> builder.maxInboundMessageSize(1_000));
    try (TestPair pair = TestPair.of(plugin, host)) {
      assertThat(echo(pair, new byte[1_000])).hasSize(1_000);
      assertRefused(
          pair, 2_001, "a request of 2001 bytes is too large", "the plugin takes at most 2000");
      assertRefused(
          pair, 1_001, "an answer of 1001 bytes is too large", "this host takes at most 1000");
    }
  }

  @Test
  @Tag("F32")
  @Tag("case-74")
  void aRequestOfMoreThanFourMebibytesIsRefusedInPlainWords() {
    int limit = 4 * 1024 * 1024;
    try (TestPair pair = TestPair.of(echo(), host())) {
      assertThat(echo(pair, new byte[limit])).hasSize(limit);
      assertRefused(
          pair,
          limit + 1,
          "a request of 4194305 bytes is too large",
          "the plugin takes at most 4194304",
          "ServeConfig.withServer");
      pair.client().ping();
    }
  }

  @Test
  @Tag("F32")
  void aHostTakesLargeAnswersAndSendsLargeRequests() {
    ServeConfig plugin =
        echo().withServer(builder -> builder.maxInboundMessageSize(Integer.MAX_VALUE));
    try (TestPair pair = TestPair.of(plugin, host())) {
      assertThat(echo(pair, new byte[20_000_000])).hasSize(20_000_000);
    }
  }

  private static void assertRefused(TestPair pair, int bytes, String... words) {
    StatusRuntimeException refusal =
        catchThrowableOfType(StatusRuntimeException.class, () -> echo(pair, new byte[bytes]));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(refusal.getStatus().getDescription()).contains(words);
  }

  private static ServeConfig echo() {
    return ServeConfig.of(Helper.HANDSHAKE, ServiceSet.of("echo", TestPairTest::echoService));
  }

  private static BindableService echoService() {
    return () ->
        ServerServiceDefinition.builder("test.Echo")
            .addMethod(
                ECHO,
                ServerCalls.asyncUnaryCall(
                    (request, answer) -> {
                      answer.onNext(request);
                      answer.onCompleted();
                    }))
            .build();
  }

  private static ClientConfig.Builder host() {
    return ClientConfig.builder(Helper.HANDSHAKE).plugins(Helper.CALCULATOR);
  }

  private static byte[] echo(TestPair pair, byte[] request) {
    return ClientCalls.blockingUnaryCall(pair.channel(), ECHO, CallOptions.DEFAULT, request);
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Sends a header with each call of the host's.
  private record Sending(String value) implements ClientInterceptor {
    static final Metadata.Key<String> HEADER =
        Metadata.Key.of("test-header", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      Metadata headers = new Metadata();
      headers.put(HEADER, value);
      return io.grpc.stub.MetadataUtils.newAttachHeadersInterceptor(headers)
          .interceptCall(method, options, next);
    }
  }

  /// Notes the calls that reach the plugin.
  private record Noting(List<String> seen) implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      seen.add(call.getMethodDescriptor().getFullMethodName() + " " + headers.get(Sending.HEADER));
      return Contexts.interceptCall(Context.current(), call, headers, next);
    }
  }
}
