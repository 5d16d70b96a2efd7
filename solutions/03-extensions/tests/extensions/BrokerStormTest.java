package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.EventLoops;
import basics.Logging;
import basics.PluginException;
import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/// What becomes of a broker whose other side sends nonsense, much of it.
class BrokerStormTest {
  private static final int MESSAGES = 10_000;
  private static final long SEED = 20_261_124;

  @BeforeAll
  static void keepLogsShort() {
    Logging.to("System.err", Level.ERROR, "[%level] %logger{0}: %message%n");
  }

  @AfterAll
  static void noThreadIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  @Tag("F14")
  void aPluginOutlivesAHostThatSendsNonsense(Way way) throws Exception {
    RandomMessages messages = new RandomMessages(SEED);
    try (Pair pair = Pair.of(way)) {
      CountDownLatch end = new CountDownLatch(1);
      StreamObserver<ConnInfo> storm =
          GRPCBrokerGrpc.newStub(pair.channel()).startStream(new Until(end));
      for (int i = 0; i < MESSAGES; i++) {
        storm.onNext(messages.next());
      }
      storm.onCompleted();
      assertThat(end.await(20, TimeUnit.SECONDS)).as("the plugin has read all").isTrue();

      dialSome(pair.pluginBroker(), way);
      pair.hostBroker()
          .acceptAndServe(
              RandomMessages.FREE_ID, builder -> builder.addService(TestService.calculator()));
      assertThat(TestService.callBack(pair.channel(), RandomMessages.FREE_ID)).isEqualTo(42);
    }
  }

  private record Until(CountDownLatch end) implements StreamObserver<ConnInfo> {
    @Override
    public void onNext(ConnInfo message) {
      // Answers to knocks.
    }

    @Override
    public void onError(Throwable reason) {
      end.countDown();
    }

    @Override
    public void onCompleted() {
      end.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  @Tag("F14")
  void aHostOutlivesAPluginThatSendsNonsense(Way way) throws Exception {
    RandomMessages messages = new RandomMessages(SEED);
    try (Pair pair = Pair.of(way)) {
      pair.pluginOutbox().awaitOpen(1);
      for (int i = 0; i < MESSAGES; i++) {
        assertThat(pair.pluginOutbox().trySend(messages.next())).isTrue();
      }

      dialSome(pair.hostBroker(), way);
      int streamId = RandomMessages.FREE_ID;
      pair.pluginBroker()
          .acceptAndServe(streamId, builder -> builder.addService(TestService.calculator()));
      // Where announcements wait, the storm may have left no room: it is there again after 5 s.
      try (BrokerConnection connection = dialAgain(pair, streamId)) {
        assertThat(TestService.sum(connection.channel())).isEqualTo(42);
      }
    }
  }

  private static BrokerConnection dialAgain(Pair pair, int streamId) {
    try {
      return pair.hostBroker().dial(streamId);
    } catch (BrokerException full) {
      int other = streamId + 1;
      pair.pluginBroker()
          .acceptAndServe(other, builder -> builder.addService(TestService.calculator()));
      return pair.hostBroker().dial(other);
    }
  }

  /// Dials ids of the storm: each comes to an end in time, and with no exception but our own.
  private static void dialSome(GrpcBroker broker, Way way) throws Exception {
    // Over one connection dials go one at a time, and each may take its 5 s.
    int dials = way == Way.DIRECT_UNIX ? 200 : 1;
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < dials; i++) {
      int streamId = i;
      calls.add(() -> dial(broker, streamId));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> outcome : threads.invokeAll(calls, 20, TimeUnit.SECONDS)) {
        assertThat(outcome).as("a dial has ended").isNotCancelled();
        assertThat(outcome.get()).isNotEmpty();
      }
    }
  }

  private static String dial(GrpcBroker broker, int streamId) {
    try (BrokerConnection connection = broker.dial(streamId)) {
      return "connected to " + connection.streamId();
    } catch (PluginException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  @Tag("F15")
  void knocksThatNobodyAnswersAreBounded() {
    EventLoopGroup timers = EventLoops.start(1);
    try {
      KnockAcceptor acceptor = new KnockAcceptor(timers);
      acceptor.listen(1, new YamuxServerChannel("one"));
      AtomicInteger refused = new AtomicInteger();
      AtomicInteger accepted = new AtomicInteger();
      BrokerOutbox dialler =
          new BrokerOutbox() {
            @Override
            public void awaitOpen(int streamId) {
              // Open.
            }

            @Override
            public boolean trySend(ConnInfo answer) {
              assertThat(answer.getKnock().getAck()).isTrue();
              (answer.getKnock().getError().isEmpty() ? accepted : refused).incrementAndGet();
              return true;
            }
          };

      for (int i = 0; i < MESSAGES; i++) {
        acceptor.knocked(1, dialler);
        acceptor.knocked(100 + i, dialler);
      }

      assertThat(acceptor.size()).isEqualTo(2 * KnockAcceptor.MAX_WAITING);
      assertThat(accepted).hasValue(KnockAcceptor.MAX_WAITING);
      assertThat(refused).hasValue(2 * (MESSAGES - KnockAcceptor.MAX_WAITING));
      await("all knocks are answered")
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(accepted.get() + refused.get()).isEqualTo(2 * MESSAGES));
    } finally {
      EventLoops.stop(timers);
    }
  }
}
