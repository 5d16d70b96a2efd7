package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basics.Logging;
import basics.Network;
import contract.Calculator;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One running plugin, seen from its host: what it offers and how it is used.
class PluginSurfaceTest {
  private static PluginClient client;

  @BeforeAll
  static void startThePlugin() {
    Logging.toStderr();
    client = PluginClient.of(Helper.plugin("plain").build());
    client.start();
  }

  @AfterAll
  static void endIt() {
    assertThat(client.kill().graceful()).as("the plugin ends when it is asked to").isTrue();
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F8")
  @Tag("F10")
  @Tag("case-7")
  @Tag("case-46")
  void callsWorkOverAUnixSocket() {
    Calculator calculator = client.dispense("calculator", Calculator.class);
    calculator.initialize();

    assertThat(calculator.multiply(6, 7)).isEqualTo(42);
    assertThat(client.reattachConfig().address().network()).isEqualTo(Network.UNIX);
    assertThat(client.reattachConfig().protocol()).isEqualTo("grpc");
  }

  @Test
  @Tag("F10")
  void dispensesByASupertype() {
    assertThat(client.dispense("calculator", Object.class)).isInstanceOf(Calculator.class);
  }

  @Test
  @Tag("F10")
  void refusesAnUnknownName() {
    assertThatThrownBy(() -> client.dispense("speller", Calculator.class))
        .isInstanceOf(UnknownPluginException.class)
        .hasMessageContaining("\"speller\"")
        .hasMessageContaining("[calculator]");
  }

  @Test
  @Tag("F10")
  void refusesAnotherType() {
    assertThatThrownBy(() -> client.dispense("calculator", Runnable.class))
        .isInstanceOf(UnknownPluginException.class)
        .hasMessageContaining("contract.Calculator")
        .hasMessageContaining("java.lang.Runnable");
  }

  @Test
  @Tag("F12")
  @Tag("case-28")
  void pings() {
    assertThatCode(() -> client.ping()).doesNotThrowAnyException();
  }

  @Test
  @Tag("F33")
  @Tag("case-9")
  void isRunningAndKnowsItself() {
    assertThat(client.state())
        .isEqualTo(new PluginState.Running(client.reattachConfig().address(), 1));
    assertThat(client.reattachConfig().pid()).isPositive();
    assertThat(client.id()).hasValue(String.valueOf(client.reattachConfig().pid()));
    assertThat(client.negotiatedVersion()).isEqualTo(1);
    assertThat(client.exited()).isFalse();
    assertThat(client.status().uptime()).isPositive();
    assertThat(client.status().id()).isEqualTo(client.id().orElseThrow());
  }

  @Test
  @Tag("F2")
  void startingAgainDoesNothing() {
    String before = client.id().orElseThrow();

    client.start();

    assertThat(client.id()).hasValue(before);
  }

  @Test
  @Tag("F12")
  @Tag("F13")
  void tellsItsHealthUnderTheNamePlugin() {
    assertThat(health("plugin")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("")).isEqualTo(ServingStatus.SERVING);
    StatusRuntimeException unknown =
        catchThrowableOfType(StatusRuntimeException.class, () -> health("calculator"));
    assertThat(unknown.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
  }

  private static ServingStatus health(String service) {
    return HealthGrpc.newBlockingStub(client.channel())
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  /// Without the broker, which comes with a later lesson.
  @Test
  @Tag("F13")
  @Tag("case-54")
  void offersTheServicesOfAGoPlugin() {
    assertThat(services())
        .succeedsWithin(Duration.ofSeconds(5))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .containsExactlyInAnyOrder(
            "course.calculator.v1.Calculator",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "plugin.GRPCController",
            "plugin.GRPCStdio");
    assertThat(HealthGrpc.getServiceDescriptor().getMethods())
        .extracting(MethodDescriptor::getBareMethodName)
        .as("what health offers; go-plugin asks for Check alone")
        .contains("Check", "Watch");
  }

  private static CompletableFuture<List<String>> services() {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(client.channel())
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse answer) {
                    names.complete(
                        answer.getListServicesResponse().getServiceList().stream()
                            .map(ServiceResponse::getName)
                            .toList());
                  }

                  @Override
                  public void onError(Throwable reason) {
                    names.completeExceptionally(reason);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    requests.onCompleted();
    return names;
  }

  @Test
  @Tag("F32")
  @Tag("case-74")
  void refusesARequestOfMoreThanFourMebibytes() {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> add(new byte[4 * 1024 * 1024 + 1]));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(refusal.getStatus().getDescription())
        .contains("a request of 4194305 bytes is too large", "the plugin takes at most 4194304");
    assertThatCode(() -> client.ping()).as("the plugin lives on").doesNotThrowAnyException();
  }

  private static void add(byte[] request) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("course.calculator.v1.Calculator/Add")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    byte[] _ =
        ClientCalls.blockingUnaryCall(client.channel(), method, CallOptions.DEFAULT, request);
  }

  @Test
  @Tag("F25")
  void sharesThePluginWithASecondHost() {
    PluginClient second =
        PluginClient.reattach(Helper.plugin("plain").build(), client.reattachConfig());
    assertThatCode(second::ping).doesNotThrowAnyException();
    second.detach();

    assertThat(second.state()).isInstanceOf(PluginState.Exited.class);
    assertThatThrownBy(second::ping).isInstanceOf(PluginStoppedException.class);
    assertThatCode(() -> client.ping()).doesNotThrowAnyException();
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      return new byte[0];
    }
  }
}
