package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.GetStatusRequest;
import course.calculator.v1.GetStatusResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What callers learn of a plugin's death.
class ObituaryTest {
  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  private static PluginClient running() {
    PluginClient client = PluginClient.of(Helper.plugin("plain").build());
    client.start();
    return client;
  }

  @Test
  @Tag("case-6")
  @Tag("F23")
  void theNextCallerLearnsOfASignal() throws Exception {
    CompletableFuture<ExitStatus> told = new CompletableFuture<>();
    try (PluginClient client = running()) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      client.exit().thenAccept(told::complete);

      Helper.signal("KILL", client.reattachConfig().pid());

      assertThatThrownBy(() -> calculator.add(1, 2))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("no answer to add: UNAVAILABLE, the plugin is gone")
          .hasMessageContaining("exit code 137 (SIGKILL)")
          .hasMessageContaining("plugin serves app protocol version 1");
      assertThat(told).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(ExitStatus.of(137));
      assertThatThrownBy(() -> calculator.add(1, 2))
          .as("the caller after the next")
          .hasMessageContaining("exit code 137 (SIGKILL)");
    }
  }

  @Test
  @Tag("F23")
  void aCallInFlightLearnsOfTheExitCodeAndTheLastWords() {
    try (PluginClient client = PluginClient.of(Helper.plugin("die").build())) {
      Calculator calculator = client.dispense("calculator", Calculator.class);

      assertThatThrownBy(calculator::initialize)
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("the plugin is gone: exit code 7")
          .hasMessageContaining("  I cannot go on");
      assertThat(client.metrics().snapshot().get("course.calculator.v1.Calculator/Initialize"))
          .isNotNull();
    }
  }

  @Test
  @Tag("F23")
  void anAsynchronousCallerIsToldToo() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    try (PluginClient client = running()) {
      Helper.signal("KILL", client.reattachConfig().pid());
      CalculatorGrpc.newStub(client.channel())
          .getStatus(GetStatusRequest.getDefaultInstance(), new Failing(failure));

      assertThat(failure).succeedsWithin(Duration.ofSeconds(5));
      Status status = Status.fromThrowable(failure.get());
      assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(status.getDescription()).contains("exit code 137 (SIGKILL)");
    }
  }

  @Test
  @Tag("F23")
  void aFailureWhileTheProcessLivesIsLeftAsItIs() throws ExecutionException, InterruptedException {
    try (PluginClient client =
        PluginClient.of(
            Helper.script("echo '1|1|unix|/tmp/no-such-socket|grpc|'; exec sleep 300").build())) {
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      CalculatorGrpc.newStub(client.channel())
          .getStatus(GetStatusRequest.getDefaultInstance(), new Failing(failure));

      assertThat(failure).succeedsWithin(Duration.ofSeconds(5));
      assertThat(Status.fromThrowable(failure.get()).getDescription())
          .as("the process lives: the failure is what it was")
          .doesNotContain("the plugin is gone");
    }
  }

  /// The plugin lives and says itself that something behind it is away.
  @Test
  @Tag("F23")
  void whatThePluginSaysItselfIsLeftAsItIs() {
    CalculatorGrpc.CalculatorImplBase away =
        new CalculatorGrpc.CalculatorImplBase() {
          @Override
          public void getStatus(
              GetStatusRequest request, StreamObserver<GetStatusResponse> answer) {
            answer.onError(
                Status.UNAVAILABLE.withDescription("the database is away").asException());
          }
        };
    try (TestPair pair = TestPair.of(() -> away)) {
      assertThatThrownBy(
              () ->
                  CalculatorGrpc.newBlockingStub(pair.channel())
                      .getStatus(GetStatusRequest.getDefaultInstance()))
          .hasMessage("UNAVAILABLE: the database is away");
    }
  }

  private record Failing(CompletableFuture<Throwable> failure)
      implements StreamObserver<GetStatusResponse> {
    @Override
    public void onNext(GetStatusResponse answer) {}

    @Override
    public void onError(Throwable reason) {
      failure.complete(reason);
    }

    @Override
    public void onCompleted() {}
  }
}
