package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.ListeningServer;
import basics.PluginConnection;
import basics.UnixListener;
import com.google.protobuf.Empty;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallMetricsTest {
  private static final String ADD = CalculatorGrpc.getAddMethod().getFullMethodName();
  private static final String DIVIDE = CalculatorGrpc.getDivideMethod().getFullMethodName();
  private static final String STREAM = GRPCStdioGrpc.getStreamStdioMethod().getFullMethodName();

  private final CallMetrics metrics = new CallMetrics();
  private final CountDownLatch divideArrived = new CountDownLatch(1);
  private ListeningServer server;
  private PluginConnection connection;
  private Channel channel;

  @BeforeEach
  void serve(@TempDir Path directory) {
    server =
        new UnixListener(directory)
            .listen(builder -> builder.addService(new Sums()).addService(new ThreeChunks()));
    connection = PluginConnection.open(server.address(), builder -> builder.intercept(metrics));
    channel = connection.channel();
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void countsCallsThatWentWell() {
    CalculatorGrpc.CalculatorBlockingStub stub = CalculatorGrpc.newBlockingStub(channel);

    for (int i = 0; i < 5; i++) {
      stub.add(Operands.newBuilder().setLeft(1).setRight(i).build());
    }

    CallStats stats = stats(ADD, 5);
    assertThat(stats.errors()).isZero();
    assertThat(stats.p50()).isPositive().isLessThanOrEqualTo(stats.p95());
    assertThat(stats.p95()).isLessThanOrEqualTo(stats.p99()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void countsACallThatFailsAsAnError() {
    CalculatorGrpc.CalculatorBlockingStub stub = CalculatorGrpc.newBlockingStub(channel);

    assertThatThrownBy(() -> stub.add(Operands.newBuilder().setLeft(-1).build()))
        .isInstanceOf(StatusRuntimeException.class);
    stub.add(Operands.getDefaultInstance());

    assertThat(stats(ADD, 2).errors()).isEqualTo(1);
  }

  @Test
  void countsACancelledCallAsAnError() throws Exception {
    ClientCall<Operands, Result> call =
        channel.newCall(CalculatorGrpc.getDivideMethod(), CallOptions.DEFAULT);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.sendMessage(Operands.getDefaultInstance());
    call.halfClose();
    assertThat(divideArrived.await(10, TimeUnit.SECONDS)).isTrue();

    call.cancel("no longer wanted", null);

    assertThat(stats(DIVIDE, 1).errors()).isEqualTo(1);
  }

  @Test
  void countsACallWhoseDeadlinePassesAsAnError() {
    CalculatorGrpc.CalculatorBlockingStub stub =
        CalculatorGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.MILLISECONDS);

    assertThatThrownBy(() -> stub.divide(Operands.getDefaultInstance()))
        .isInstanceOf(StatusRuntimeException.class);

    CallStats stats = stats(DIVIDE, 1);
    assertThat(stats.errors()).isEqualTo(1);
  }

  @Test
  void countsAStreamAsOneCall() {
    Iterator<StdioData> chunks =
        GRPCStdioGrpc.newBlockingStub(channel).streamStdio(Empty.getDefaultInstance());
    int received = 0;
    for (; chunks.hasNext(); chunks.next()) {
      received++;
    }

    assertThat(received).isEqualTo(3);
    assertThat(stats(STREAM, 1).errors()).isZero();
  }

  @Test
  void doesNotCountACallThatNeverStarts() {
    ClientCall<Operands, Result> call =
        channel.newCall(CalculatorGrpc.getAddMethod(), CallOptions.DEFAULT);

    call.cancel("changed my mind", null);

    assertThat(metrics.snapshot()).isEmpty();
  }

  @Test
  void keepsMethodsApartInTheOrderOfTheirNames() {
    metrics.record("b/Two", Status.Code.OK, 2);
    metrics.record("a/One", Status.Code.INTERNAL, 1);
    metrics.record("b/Two", Status.Code.OK, 4);

    assertThat(metrics.snapshot())
        .containsExactly(
            Map.entry("a/One", statsOf(1, 1, 1, 1, 1)), Map.entry("b/Two", statsOf(2, 0, 2, 4, 4)));
  }

  @Test
  void looksBackOnTheMostRecentCallsOnly() {
    for (int i = 0; i < 10_000; i++) {
      metrics.record("m", Status.Code.OK, 1_000_000);
    }
    for (int i = 0; i < CallMetrics.RECENT_CALLS; i++) {
      metrics.record("m", Status.Code.UNKNOWN, 7);
    }

    assertThat(metrics.snapshot())
        .containsEntry(
            "m", statsOf(10_000 + CallMetrics.RECENT_CALLS, CallMetrics.RECENT_CALLS, 7, 7, 7));
  }

  @Test
  void losesNoCallOfManyThreads() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        Status.Code outcome = thread == 0 ? Status.Code.ABORTED : Status.Code.OK;
        threads.execute(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                metrics.record("m", outcome, 3);
                if (i % 500 == 0) {
                  metrics.snapshot();
                }
              }
            });
      }
    }

    assertThat(metrics.snapshot()).containsEntry("m", statsOf(40_000, 5_000, 3, 3, 3));
  }

  @Test
  void agreesWithASimpleCountOfPercentiles() {
    long seed = 26;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      long[] values = random.longs(random.nextInt(1, 300), 0, 50).sorted().toArray();
      int percent = random.nextInt(1, 101);

      assertThat(CallStats.percentile(percent, values))
          .as("%d of 100 in %s (seed %d)", percent, Arrays.toString(values), seed)
          .isEqualTo(Duration.ofNanos(smallestThatCovers(percent, values)));
    }
  }

  /// Tries each value: the first that `percent` of 100 values do not exceed.
  private static long smallestThatCovers(int percent, long[] values) {
    return LongStream.of(values)
        .filter(value -> covered(value, values) * 100 >= (long) percent * values.length)
        .findFirst()
        .orElseThrow();
  }

  private static long covered(long limit, long[] values) {
    return LongStream.of(values).filter(value -> value <= limit).count();
  }

  @Test
  void leavesTheGivenTimesAsTheyAre() {
    long[] nanos = {3, 1, 2};

    CallStats stats = CallStats.of(Map.of(Status.Code.OK, 3L), nanos);

    assertThat(stats).isEqualTo(statsOf(3, 0, 2, 3, 3));
    assertThat(nanos).containsExactly(3, 1, 2);
  }

  @Test
  void hasZerosForNoCalls() {
    assertThat(CallStats.of(Map.of(), new long[0])).isEqualTo(statsOf(0, 0, 0, 0, 0));
  }

  private static CallStats statsOf(long count, long errors, long p50, long p95, long p99) {
    return new CallStats(
        count, errors, Duration.ofNanos(p50), Duration.ofNanos(p95), Duration.ofNanos(p99));
  }

  /// The stats of the method once so many of its calls have ended. A caller may hear of the end
  /// before the interceptor is done.
  private CallStats stats(String method, long count) {
    await()
        .until(() -> metrics.snapshot().values().stream().anyMatch(each -> each.count() >= count));
    Map<String, CallStats> snapshot = metrics.snapshot();
    assertThat(snapshot).containsOnlyKeys(method);
    CallStats stats = Objects.requireNonNull(snapshot.get(method));
    assertThat(stats.count()).isEqualTo(count);
    return stats;
  }

  /// Adds, fails for negative numbers, and never answers a division.
  private final class Sums extends CalculatorGrpc.CalculatorImplBase {
    @Override
    public void add(Operands operands, StreamObserver<Result> answer) {
      if (operands.getLeft() < 0) {
        answer.onError(Status.INVALID_ARGUMENT.asRuntimeException());
        return;
      }
      answer.onNext(Result.newBuilder().setValue(operands.getLeft() + operands.getRight()).build());
      answer.onCompleted();
    }

    @Override
    public void divide(Operands operands, StreamObserver<Result> answer) {
      divideArrived.countDown();
    }
  }

  private static final class ThreeChunks extends GRPCStdioGrpc.GRPCStdioImplBase {
    @Override
    public void streamStdio(Empty request, StreamObserver<StdioData> answer) {
      for (int i = 0; i < 3; i++) {
        answer.onNext(StdioData.getDefaultInstance());
      }
      answer.onCompleted();
    }
  }
}
