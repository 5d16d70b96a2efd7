package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.ListeningServer;
import basics.PluginConnection;
import basics.UnixListener;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.CalculatorProto;
import course.calculator.v1.GetStatusRequest;
import course.calculator.v1.GetStatusResponse;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls that are recorded over a real socket, and made again.
class TraceReplayTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Metadata.Key<String> REASON =
      Metadata.Key.of("reason", Metadata.ASCII_STRING_MARSHALLER);

  @TempDir private Path directory;

  /// @param bug what is added to sums
  /// @param uptime what the status says
  /// @param reason the trailer of a failed division
  private record Sums(double bug, long uptime, String reason) {
    CalculatorGrpc.CalculatorImplBase service() {
      return new CalculatorGrpc.CalculatorImplBase() {
        @Override
        public void add(Operands operands, StreamObserver<Result> answer) {
          double sum = operands.getLeft() + operands.getRight() + bug;
          answer.onNext(Result.newBuilder().setValue(sum).build());
          answer.onCompleted();
        }

        @Override
        public void divide(Operands operands, StreamObserver<Result> answer) {
          Metadata trailers = new Metadata();
          trailers.put(REASON, reason);
          answer.onError(
              Status.INVALID_ARGUMENT.withDescription("by zero").asRuntimeException(trailers));
        }

        @Override
        public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> answer) {
          answer.onNext(GetStatusResponse.newBuilder().setUptimeMillis(uptime).setCalls(2).build());
          answer.onCompleted();
        }
      };
    }
  }

  private static final Sums GOOD = new Sums(0, 5, "DIVISION_BY_ZERO");

  private ListeningServer listen(Sums sums) {
    return new UnixListener(directory).listen(builder -> builder.addService(sums.service()));
  }

  private List<TraceEvent> recorded() throws Exception {
    Path file = directory.resolve("trace.jsonl");
    Operands operands = Operands.newBuilder().setLeft(6).setRight(7).build();
    try (TraceRecorder trace = TraceRecorder.to(file, 1_000);
        ListeningServer server = listen(GOOD);
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.intercept(new TraceInterceptor(trace, "host")))) {
      CalculatorGrpc.CalculatorBlockingStub stub =
          CalculatorGrpc.newBlockingStub(connection.channel());
      assertThat(stub.add(operands).getValue()).isEqualTo(13);
      assertThatThrownBy(() -> stub.divide(operands)).isInstanceOf(StatusRuntimeException.class);
      assertThat(stub.getStatus(GetStatusRequest.getDefaultInstance()).getCalls()).isEqualTo(2);
      await().atMost(LONG).until(() -> TraceReader.read(file).size() == 3);
    }
    return TraceReader.read(file);
  }

  private ReplayReport replay(TraceReplay replay, Sums against) throws InterruptedException {
    try (ListeningServer server = listen(against);
        PluginConnection connection = PluginConnection.open(server.address(), builder -> {})) {
      return replay.run(connection.channel());
    }
  }

  @Test
  void theSamePluginAnswersTheSame() throws Exception {
    ReplayReport report = replay(TraceReplay.of(recorded()), GOOD);

    assertThat(report.lines()).containsExactly("3 calls made again: 3 as recorded, 0 different");
    assertThat(report.same()).isTrue();
  }

  @Test
  void aDifferenceNamesTheCallWhatWasExpectedAndWhatWasFound() throws Exception {
    TraceReplay replay =
        TraceReplay.of(recorded()).describedBy(List.of(CalculatorProto.getDescriptor()));

    ReplayReport report = replay(replay, new Sums(0.5, 5, "NO_REASON"));

    assertThat(report.same()).isFalse();
    assertThat(report.lines())
        .containsExactly(
            "call 1, course.calculator.v1.Calculator/Add",
            "  sent      left: 6.0 right: 7.0",
            "  expected  OK",
            "            value: 13.0",
            "  found     OK",
            "            value: 13.5",
            "",
            "call 2, course.calculator.v1.Calculator/Divide",
            "  sent      left: 6.0 right: 7.0",
            "  expected  INVALID_ARGUMENT by zero",
            "            reason=DIVISION_BY_ZERO",
            "  found     INVALID_ARGUMENT by zero",
            "            reason=NO_REASON",
            "",
            "3 calls made again: 1 as recorded, 2 different");
  }

  @Test
  void whatIsMaskedIsNotCompared() throws Exception {
    List<TraceEvent> events = recorded();
    Sums later = new Sums(0, 6, "OTHER");
    TraceReplay plain =
        TraceReplay.of(events).describedBy(List.of(CalculatorProto.getDescriptor()));

    assertThat(replay(plain, later).differences()).hasSize(2);
    assertThat(replay(plain.masking(Set.of("uptime_millis", "reason")), later).same()).isTrue();
    assertThat(
            replay(
                    plain.masking(
                        Set.of("course.calculator.v1.GetStatusResponse.uptime_millis", "reason")),
                    later)
                .same())
        .isTrue();
  }

  @Test
  void messagesOfUnknownTypesAreShownAsBytes() throws Exception {
    ReplayReport report = replay(TraceReplay.of(recorded()), new Sums(1, 5, "DIVISION_BY_ZERO"));

    assertThat(report.lines())
        .contains("            090000000000002a40 hex", "            090000000000002c40 hex");
  }

  @Test
  void aPluginThatIsGoneIsADifference() throws Exception {
    TraceReplay replay = TraceReplay.of(recorded());
    ListeningServer gone = listen(GOOD);
    gone.close();

    try (PluginConnection connection = PluginConnection.open(gone.address(), builder -> {})) {
      assertThat(replay.run(connection.channel()).differences())
          .hasSize(3)
          .allMatch(difference -> difference.found().getFirst().startsWith("UNAVAILABLE"));
    }
  }

  /// Adds up, and answers each number with the sum so far.
  private static final MethodDescriptor<Result, Result> SUM =
      MethodDescriptor.<Result, Result>newBuilder()
          .setType(MethodType.BIDI_STREAMING)
          .setFullMethodName("test.Sums/Sum")
          .setRequestMarshaller(ProtoUtils.marshaller(Result.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(Result.getDefaultInstance()))
          .build();

  /// @param longest how many answers there are at most
  private ListeningServer listenToStreams(int longest) {
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("test.Sums")
            .addMethod(
                SUM, ServerCalls.asyncBidiStreamingCall(answers -> new Adder(answers, longest)))
            .build();
    return new UnixListener(directory).listen(builder -> builder.addService(service));
  }

  private static final class Adder implements StreamObserver<Result> {
    private final StreamObserver<Result> answers;
    private final int longest;
    private double sum;
    private int given;

    Adder(StreamObserver<Result> answers, int longest) {
      this.answers = answers;
      this.longest = longest;
    }

    @Override
    public void onNext(Result number) {
      sum += number.getValue();
      if (given++ < longest) {
        answers.onNext(Result.newBuilder().setValue(sum).build());
      }
    }

    @Override
    public void onError(Throwable error) {
      // The call is over.
    }

    @Override
    public void onCompleted() {
      answers.onCompleted();
    }
  }

  @Test
  void aStreamIsMadeAgainMessageByMessage() throws Exception {
    Path file = directory.resolve("stream.jsonl");
    try (TraceRecorder trace = TraceRecorder.to(file, 1_000);
        ListeningServer server = listenToStreams(Integer.MAX_VALUE);
        PluginConnection connection =
            PluginConnection.open(
                server.address(),
                builder -> builder.intercept(new TraceInterceptor(trace, "host")))) {
      BlockingClientCall<Result, Result> call =
          ClientCalls.blockingBidiStreamingCall(
              connection.channel(), SUM, CallOptions.DEFAULT.withDeadlineAfter(LONG));
      for (int i = 1; i <= 3; i++) {
        assertThat(call.write(Result.newBuilder().setValue(i).build())).isTrue();
      }
      call.halfClose();
      for (int i = 0; i < 3; i++) {
        assertThat(call.read()).isNotNull();
      }
      assertThat(call.read()).as("the end").isNull();
      await().atMost(LONG).until(() -> TraceReader.read(file).size() == 1);
    }
    TraceReplay replay = TraceReplay.of(TraceReader.read(file));

    assertThat(streamed(replay, Integer.MAX_VALUE).same()).isTrue();
    assertThat(streamed(replay, 2).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.sent()).hasSize(3);
              assertThat(difference.expected()).hasSize(1 + 3);
              assertThat(difference.found()).hasSize(1 + 2);
            });
  }

  private ReplayReport streamed(TraceReplay replay, int longest) throws InterruptedException {
    try (ListeningServer server = listenToStreams(longest);
        PluginConnection connection = PluginConnection.open(server.address(), builder -> {})) {
      return replay.run(connection.channel());
    }
  }

  @Test
  void whatCannotBeMadeAgainIsLeftOutWithItsReason() {
    List<TraceEvent> events =
        List.of(
            call(1, Map.of("method", "a.A/One", "status", "OK")),
            call(2, Map.of("method", "a.A/Two", "status", "OK", "request", List.of(), "cut", true)),
            call(3, Map.of("method", "a.A/Three", "status", "CANCELLED", "request", List.of())),
            call(4, Map.of("method", "grpc.health.v1.Health/Check", "status", "OK")),
            call(5, Map.of("method", "a.A/Four", "status", "OK", "request", List.of("AQ=="))));

    RecordedCall.Calls calls = RecordedCall.of(events);

    assertThat(calls.leftOut())
        .containsExactly(
            "call 1, a.A/One: its messages were not recorded",
            "call 2, a.A/Two: its messages are longer than the recorder's limit",
            "call 3, a.A/Three: the host itself ended it: CANCELLED");
    assertThat(calls.whole())
        .singleElement()
        .satisfies(call -> assertThat(call.requests().getFirst().byteAt(0)).isEqualTo((byte) 1));
    assertThat(new ReplayReport(0, List.of(), List.of()).same()).isFalse();
  }

  private static TraceEvent call(long at, Map<String, Object> details) {
    return new TraceEvent(at, "host", TraceKind.RPC, details);
  }
}
