package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import contract.BulkCalculator;
import contract.Calculator;
import contract.CalculatorStatus;
import contract.CalculatorUnavailableException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.Operation;
import contract.OperationNotSupportedException;
import contract.Operator;
import contract.Outcome;
import contract.ResultOutOfRangeException;
import contract.ResultTable;
import contract.TableRow;
import course.bulk.v1.BatchRequest;
import course.bulk.v1.BulkCalculatorGrpc;
import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOperator;
import course.bulk.v1.BulkOutcome;
import course.bulk.v1.TableRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lifecycle.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Bulk calculations with a plugin in a process of its own.
class BulkCalculatorTest {
  private static final List<Operation> MIXED =
      List.of(
          Operation.add(1, 2),
          Operation.divide(1, 0),
          Operation.subtract(1, 2),
          Operation.multiply(1e308, 10),
          Operation.add(Double.NaN, 1),
          Operation.multiply(-0.0, 1));

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
    await("no process is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty());
  }

  @Test
  void eachWayGivesEachOperationItsOutcome() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      BulkCalculator bulk = plugin.bulk();
      List<Outcome> streamed = new ArrayList<>();

      assertThat(bulk.calculate(MIXED.iterator(), streamed::add)).isEqualTo(MIXED.size());

      assertMixed(bulk.calculate(MIXED));
      assertMixed(streamed);
      assertMixed(
          MIXED.stream().map(bulk::calculateLater).toList().stream()
              .map(CompletableFuture::join)
              .toList());
      assertThat(bulk.calculate(List.of())).isEmpty();
      assertThat(bulk.calculate(Collections.emptyIterator(), streamed::add)).isZero();
    }
  }

  private static void assertMixed(List<Outcome> outcomes) {
    assertThat(outcomes).hasSize(MIXED.size());
    assertThat(outcomes.get(0).orThrow()).isEqualTo(3);
    assertThatThrownBy(outcomes.get(1)::orThrow)
        .isInstanceOf(DivisionByZeroException.class)
        .hasMessage("1.0 / 0.0");
    assertThat(outcomes.get(2).orThrow()).isEqualTo(-1);
    assertThatThrownBy(outcomes.get(3)::orThrow).isInstanceOf(ResultOutOfRangeException.class);
    assertThatThrownBy(outcomes.get(4)::orThrow).isInstanceOf(InvalidOperandException.class);
    assertThat(outcomes.get(5).orThrow()).isEqualTo(-0.0);
  }

  @Test
  void manyOperationsKeepTheirOrder() {
    int count = 20_500;
    List<Operation> operations =
        IntStream.range(0, count).mapToObj(i -> Operation.add(i, 0.25)).toList();
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      List<Outcome> streamed = new ArrayList<>();
      plugin.bulk(BulkLimits.DEFAULT.withWindow(7)).calculate(operations.iterator(), streamed::add);
      List<Outcome> batched = plugin.bulk(BulkLimits.DEFAULT.withBatch(999)).calculate(operations);

      List<Outcome> expected =
          IntStream.range(0, count).<Outcome>mapToObj(i -> new Outcome.Computed(i + 0.25)).toList();
      assertThat(streamed).isEqualTo(expected);
      assertThat(batched).isEqualTo(expected);
    }
  }

  @Test
  void aTableComesRowByRow() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      List<TableRow> rows = new ArrayList<>();

      plugin.bulk().table(new ResultTable(Operator.MULTIPLY, 300, 12), rows::add);

      assertThat(rows).hasSize(300);
      assertThat(rows.get(6).number()).isEqualTo(7);
      assertThat(rows.get(6).outcomes()).hasSize(12);
      assertThat(rows.get(6).outcomes().get(7).orThrow()).isEqualTo(56);
    }
  }

  @Test
  void aSlowReaderOfAStreamHoldsTheSourceBack() {
    int window = 32;
    AtomicInteger given = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    AtomicInteger mostAhead = new AtomicInteger();
    Iterator<Operation> source =
        Stream.generate(() -> Operation.add(given.getAndIncrement(), 1)).limit(5_000).iterator();
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      plugin
          .bulk(BulkLimits.DEFAULT.withWindow(window))
          .calculate(
              source,
              outcome -> {
                mostAhead.accumulateAndGet(given.get() - read.getAndIncrement(), Math::max);
                if (read.get() == 100) {
                  assertThat(settledCalls(plugin)).isLessThanOrEqualTo(100 + window);
                }
              });
    }
    assertThat(read).hasValue(5_000);
    assertThat(mostAhead.get()).isBetween(1, window + 1);
  }

  @Test
  void aSlowReaderOfATableHoldsThePluginBack() {
    int columns = 500;
    AtomicLong calculated = new AtomicLong();
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      plugin
          .bulk()
          .table(
              new ResultTable(Operator.ADD, 2_000, columns),
              row -> {
                if (row.number() == 1) {
                  calculated.set(settledCalls(plugin));
                }
              });

      assertThat(calculated.get() / columns).isLessThan(200);
      assertThat(plugin.calls()).isEqualTo(2_000L * columns);
    }
  }

  /// A host that sends as fast as gRPC lets it and reads nothing: the plugin stops reading.
  @Test
  void outcomesThatNoOneReadsStopThePlugin() {
    int flood = 400_000;
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      AtomicReference<ClientCallStreamObserver<BulkOperation>> call = new AtomicReference<>();
      BulkCalculatorGrpc.newStub(plugin.channel()).calculate(readingNothing(call));
      BulkOperation operation = BulkMessages.message(Operation.add(1, 2));
      for (int i = 0; i < flood; i++) {
        call.get().onNext(operation);
      }

      assertThat(settledCalls(plugin)).isBetween(1L, flood / 2L);
      call.get().cancel("enough", null);
    }
  }

  private static ClientResponseObserver<BulkOperation, BulkOutcome> readingNothing(
      AtomicReference<ClientCallStreamObserver<BulkOperation>> call) {
    return new ClientResponseObserver<>() {
      @Override
      public void beforeStart(ClientCallStreamObserver<BulkOperation> started) {
        started.disableAutoRequestWithInitial(0);
        call.set(started);
      }

      @Override
      public void onNext(BulkOutcome outcome) {}

      @Override
      public void onError(Throwable cancelled) {}

      @Override
      public void onCompleted() {}
    };
  }

  @Test
  void aReaderThatThrowsEndsTheWorkOfThePlugin() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      BulkCalculator bulk = plugin.bulk();
      IllegalStateException fault = new IllegalStateException("the reader has enough");

      assertThatThrownBy(
              () ->
                  bulk.calculate(
                      Stream.generate(() -> Operation.add(1, 2)).iterator(),
                      outcome -> {
                        throw fault;
                      }))
          .isSameAs(fault);
      assertThatThrownBy(
              () ->
                  bulk.table(
                      new ResultTable(Operator.ADD, 1_000_000, 1_000),
                      row -> {
                        throw fault;
                      }))
          .isSameAs(fault);

      assertThat(settledCalls(plugin)).isLessThan(300_000);
      assertThat(bulk.calculate(MIXED)).hasSize(MIXED.size());
    }
  }

  @Test
  void aSourceThatThrowsEndsTheStream() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      IllegalStateException fault = new IllegalStateException("no more numbers");
      Iterator<Operation> source =
          Stream.generate(
                  () -> {
                    throw fault;
                  })
              .map(Operation.class::cast)
              .iterator();

      assertThatThrownBy(() -> plugin.bulk().calculate(source, outcome -> {})).isSameAs(fault);
      assertThat(plugin.bulk().calculate(MIXED)).hasSize(MIXED.size());
    }
  }

  @Test
  void theDeadlineOfABatchReachesThePlugin() {
    List<Operation> operations = Collections.nCopies(1_000, Operation.add(1, 2));
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      BulkCalculator bulk = plugin.bulk(BulkLimits.DEFAULT.withTimeout(Duration.ofMillis(400)));

      List<Outcome> outcomes = bulk.calculate(operations);

      assertThat(outcomes).hasSize(1_000);
      assertThatThrownBy(outcomes.getLast()::orThrow)
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("DEADLINE_EXCEEDED");
      assertThat(settledCalls(plugin)).isLessThan(100);
    }
  }

  @Test
  void aCancelledOperationFreesItsPlace() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      BulkCalculator bulk = plugin.bulk(BulkLimits.DEFAULT.withInFlight(1));

      for (int i = 0; i < 20; i++) {
        assertThat(bulk.calculateLater(Operation.add(1, 2)).cancel(true)).isTrue();
      }

      assertThat(bulk.calculateLater(Operation.add(1, 2)).join().orThrow()).isEqualTo(3);
    }
  }

  @Test
  void noMoreOperationsAreUnderWayThanMayBe() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      BulkCalculator bulk = plugin.bulk(BulkLimits.DEFAULT.withInFlight(4));
      List<CompletableFuture<Outcome>> begun = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        begun.add(bulk.calculateLater(Operation.add(i, 1)));
        assertThat(begun.stream().filter(one -> !one.isDone()).count()).isLessThanOrEqualTo(5);
      }

      for (int i = 0; i < 40; i++) {
        assertThat(begun.get(i).join().orThrow()).isEqualTo(i + 1.0);
      }
    }
  }

  @Test
  void aSilentPluginBreaksTheStreamAfterTheTimeout() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      BulkCalculator bulk = plugin.bulk(BulkLimits.DEFAULT.withTimeout(Duration.ofMillis(1)));

      assertThatThrownBy(
              () -> bulk.calculate(List.of(Operation.add(1, 2)).iterator(), outcome -> {}))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("nothing came for 1 ms");
    }
  }

  @Test
  void aStreamThatTakesLongIsNotSilent() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      BulkCalculator bulk = plugin.bulk(BulkLimits.DEFAULT.withTimeout(Duration.ofMillis(800)));
      Iterator<Operation> source = Collections.nCopies(60, Operation.add(1, 2)).iterator();

      assertThat(bulk.calculate(source, Outcome::orThrow)).isEqualTo(60);
    }
  }

  @Test
  void anInterruptedHostBreaksOff() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> plugin.bulk().calculate(MIXED.iterator(), outcome -> {}))
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aPluginThatDiesBreaksTheStreamAndFailsTheRest() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      BulkCalculator bulk = plugin.bulk();

      assertThatThrownBy(
              () ->
                  bulk.calculate(
                      Stream.generate(() -> Operation.add(1, 2)).iterator(),
                      outcome -> plugin.crash()))
          .isInstanceOf(CalculatorUnavailableException.class);
      assertThat(bulk.calculate(MIXED))
          .hasSize(MIXED.size())
          .allSatisfy(
              outcome ->
                  assertThatThrownBy(outcome::orThrow)
                      .isInstanceOf(CalculatorUnavailableException.class));
      assertThatThrownBy(bulk.calculateLater(MIXED.getFirst()).join()::orThrow)
          .isInstanceOf(CalculatorUnavailableException.class);
    }
  }

  @Test
  void anErrorWithoutANameSpoilsNothing() {
    try (BulkProcess plugin = BulkProcess.start("slow")) {
      List<Outcome> outcomes =
          plugin.bulk().calculate(List.of(Operation.divide(1, 13), Operation.divide(1, 2)));

      assertThatThrownBy(outcomes.get(0)::orThrow)
          .isInstanceOf(CalculatorUnavailableException.class)
          .hasMessageContaining("superstitious");
      assertThat(outcomes.get(1).orThrow()).isEqualTo(0.5);
    }
  }

  @Test
  void manyErrorsWithoutANameAreOneLineInTheLogAndSmallInTheAnswer() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(BulkCalculatorService.class);
    logger.addAppender(log);
    logger.setAdditive(false);
    try (TestPair pair = TestPair.of(() -> new BulkCalculatorService(new Talkative()))) {
      BulkCalculator bulk = new BulkCalculatorClient(pair.channel());
      List<Operation> operations = Collections.nCopies(1_000, Operation.add(1, 2));
      List<Outcome> streamed = new ArrayList<>();

      List<Outcome> outcomes = bulk.calculate(operations);
      assertThat(bulk.calculate(operations.iterator(), streamed::add)).isEqualTo(1_000);

      outcomes.addAll(streamed);
      assertThat(outcomes)
          .hasSize(2_000)
          .allSatisfy(
              outcome ->
                  assertThatThrownBy(outcome::orThrow)
                      .isInstanceOf(CalculatorUnavailableException.class)
                      .hasMessageContaining("so it begins"));
      assertThat(log.list).as("what the plugin logs").hasSizeBetween(1, 3);
    } finally {
      logger.detachAppender(log);
      logger.setAdditive(true);
    }
  }

  @Test
  void aPluginWithoutBulkSaysSo() {
    try (BulkProcess plugin = BulkProcess.start("plain")) {
      BulkCalculator bulk = plugin.bulk();

      assertThatThrownBy(bulk.calculate(MIXED).getFirst()::orThrow)
          .isInstanceOf(OperationNotSupportedException.class);
      assertThatThrownBy(() -> bulk.calculate(MIXED.iterator(), outcome -> {}))
          .isInstanceOf(OperationNotSupportedException.class);
      assertThatThrownBy(() -> bulk.table(new ResultTable(Operator.ADD, 1, 1), row -> {}))
          .isInstanceOf(OperationNotSupportedException.class);
    }
  }

  /// What only a host in another language, or of another version, would send.
  @Test
  void thePluginRefusesWhatTheProtocolForbids() {
    try (BulkProcess plugin = BulkProcess.start("fast")) {
      BulkCalculatorGrpc.BulkCalculatorBlockingStub stub =
          BulkCalculatorGrpc.newBlockingStub(plugin.channel());
      BatchRequest.Builder large = BatchRequest.newBuilder();
      for (int i = 0; i <= BulkLimits.MAX_BATCH; i++) {
        large.addOperations(BulkMessages.message(Operation.add(1, 2)));
      }

      assertThatThrownBy(() -> stub.batch(large.build()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("1001 operations")
          .hasMessageContaining("at most 1000");
      assertThat(plugin.calls()).isZero();
      assertThatThrownBy(
              () ->
                  stub.table(
                          TableRequest.newBuilder()
                              .setOperator(BulkOperator.BULK_OPERATOR_ADD)
                              .setColumns(1)
                              .build())
                      .hasNext())
          .hasMessageContaining("INVALID_ARGUMENT")
          .hasMessageContaining("rows not in 1..1000000: 0");
      assertThatThrownBy(
              () ->
                  stub.table(TableRequest.newBuilder().setRows(1).setColumns(1).build()).hasNext())
          .hasMessageContaining("does not know the operator");
      assertThat(
              stub.calculateOne(BulkOperation.newBuilder().setOperatorValue(99).build())
                  .getError()
                  .getStatus())
          .isEqualTo(Status.Code.UNIMPLEMENTED.value());
    }
  }

  /// The plugin's count of calculations when it no longer changes.
  private static long settledCalls(BulkProcess plugin) {
    AtomicLong last = new AtomicLong(-1);
    await("the plugin stops calculating")
        .pollInterval(Duration.ofMillis(100))
        .atMost(Duration.ofSeconds(20))
        .until(() -> last.getAndSet(plugin.calls()) == last.get());
    return last.get();
  }

  /// Fails, with many words.
  private static final class Talkative implements Calculator {
    private static double fail() {
      throw new IllegalStateException("so it begins: " + "word ".repeat(2_000));
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
      return fail();
    }

    @Override
    public double subtract(double left, double right) {
      return fail();
    }

    @Override
    public double multiply(double left, double right) {
      return fail();
    }

    @Override
    public double divide(double left, double right) {
      return fail();
    }
  }
}
