package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.ListeningServer;
import basics.Logging;
import basics.PluginConnection;
import basics.TcpListener;
import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc;
import course.goplugin.GRPCBrokerGrpc.GRPCBrokerImplBase;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lifecycle.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/// What becomes of an other side that knocks and does not read the answers.
class WaitingAnswersTest {
  /// Far more answers than fit into the window of a stream, 1 MiB.
  private static final int KNOCKS = 60_000;

  @BeforeAll
  static void keepLogsShort() {
    Logging.to("System.err", Level.ERROR, "[%level] %logger{0}: %message%n");
  }

  @AfterAll
  static void noThreadIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  @Test
  @Tag("F14")
  void aPluginEndsTheStreamOfAHostThatDoesNotRead() throws Exception {
    try (Pair pair = Pair.of(Way.MULTIPLEXED_UNIX)) {
      PluginStreams streams = (PluginStreams) pair.pluginOutbox();
      await("the host's own stream").until(() -> streams.openStreams() == 1);
      Deaf deaf = new Deaf();
      StreamObserver<ConnInfo> knocks = GRPCBrokerGrpc.newStub(pair.channel()).startStream(deaf);
      await("the deaf one is open").until(() -> streams.openStreams() == 2);
      for (int i = 0; i < KNOCKS; i++) {
        knocks.onNext(message(1_000 + i, ConnInfo.Knock.newBuilder().setKnock(true)));
      }
      await("the deaf one is ended")
          .atMost(Duration.ofSeconds(20))
          .until(() -> streams.openStreams() == 1);

      deaf.read();
      assertThat(deaf.end)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .withMessageContaining("RESOURCE_EXHAUSTED: 4096 answers to knocks wait");

      pair.hostBroker().acceptAndServe(7, builder -> builder.addService(TestService.calculator()));
      assertThat(TestService.callBack(pair.channel(), 7)).as("the others' broker").isEqualTo(42);
    }
  }

  @Test
  @Tag("F14")
  void aHostEndsTheStreamOfAPluginThatDoesNotRead() {
    ListeningServer plugin =
        new TcpListener(0, 0).listen(builder -> builder.addService(new DeafService()));
    try (plugin;
        PluginConnection connection = PluginConnection.open(plugin.address())) {
      HostStream stream = new HostStream(Trace.NONE);
      Told told = new Told(new CompletableFuture<>());
      stream.open(connection.channel(), told);
      ConnInfo answer =
          message(
              1, ConnInfo.Knock.newBuilder().setKnock(true).setAck(true).setError("x".repeat(60)));

      int sent = 0;
      while (sent < KNOCKS && stream.trySend(answer)) {
        sent++;
      }

      assertThat(sent).isBetween(WaitingAnswers.MAX, KNOCKS - 1);
      assertThatThrownBy(() -> stream.awaitOpen(1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("4096 answers to knocks wait");
      assertThat(told.end())
          .succeedsWithin(Duration.ofSeconds(5))
          .asString()
          .contains("4096 answers to knocks wait");
    }
  }

  private static ConnInfo message(int streamId, ConnInfo.Knock.Builder knock) {
    return ConnInfo.newBuilder().setServiceId(streamId).setKnock(knock).build();
  }

  /// A host's end that takes no message until it is told to.
  private static final class Deaf implements ClientResponseObserver<ConnInfo, ConnInfo> {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<ConnInfo>> call =
        new CompletableFuture<>();

    @Override
    public void beforeStart(ClientCallStreamObserver<ConnInfo> requests) {
      requests.disableAutoRequestWithInitial(0);
      call.complete(requests);
    }

    void read() {
      call.join().request(Integer.MAX_VALUE);
    }

    @Override
    public void onNext(ConnInfo answer) {
      // Too late.
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {
      end.complete(null);
    }
  }

  /// A plugin's broker that takes no message.
  private static final class DeafService extends GRPCBrokerImplBase {
    @Override
    public StreamObserver<ConnInfo> startStream(StreamObserver<ConnInfo> responses) {
      ((ServerCallStreamObserver<ConnInfo>) responses).disableAutoRequest();
      return new StreamObserver<>() {
        @Override
        public void onNext(ConnInfo message) {
          throw new AssertionError("it does not read");
        }

        @Override
        public void onError(Throwable error) {
          // The host has ended the stream.
        }

        @Override
        public void onCompleted() {
          responses.onCompleted();
        }
      };
    }
  }

  /// Keeps why the stream has ended.
  private record Told(CompletableFuture<String> end) implements BrokerTransport {
    @Override
    public Listening listen(int streamId) {
      throw BrokerException.notConfigured();
    }

    @Override
    public PluginConnection connect(int streamId, Consumer<NettyChannelBuilder> settings) {
      throw BrokerException.notConfigured();
    }

    @Override
    public void received(ConnInfo message, BrokerOutbox from) {
      // Nothing comes.
    }

    @Override
    public void end(String why) {
      end.complete(why);
    }
  }
}
