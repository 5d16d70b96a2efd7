package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.ListeningServer;
import basics.Logging;
import basics.PluginListener;
import basics.TransportSecurity;
import basics.UnixListener;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lifecycle.ClientConfig;
import lifecycle.HostConnector;
import lifecycle.Parts;
import lifecycle.PluginConnector;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import lifecycle.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Side connections between a host and a plugin, both in this process, on real sockets.
class GrpcBrokerTest {
  private static final int MEBIBYTE = 1_048_576;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void noThreadIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  @Tag("F15")
  @Tag("case-50")
  void thePluginCallsTheHostBack(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      int streamId = pair.hostBroker().nextId();

      try (BrokerServer server =
          pair.hostBroker()
              .acceptAndServe(streamId, builder -> builder.addService(TestService.calculator()))) {
        assertThat(server.streamId()).isEqualTo(1);
        assertThat(TestService.callBack(pair.channel(), streamId)).isEqualTo(42);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  @Tag("F15")
  @Tag("case-50")
  void theHostDialsAStreamOfThePlugin(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      for (int i = 1; i <= 3; i++) {
        int streamId = TestService.open(pair.channel());

        assertThat(streamId).isEqualTo(i);
        try (BrokerConnection connection = pair.hostBroker().dial(streamId)) {
          assertThat(TestService.sum(connection.channel())).isEqualTo(42);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("case-52")
  void aStreamGoesBothWays(Way way) throws IOException, InterruptedException {
    List<Long> values = List.of(21L, 22L, 23L, 24L, 25L, 26L);
    try (Pair pair = Pair.of(way)) {
      assertThat(TestService.echoStream(pair.channel(), values)).isEqualTo(values);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  void whoDialsFirstWaits(Way way) throws Exception {
    try (Pair pair = Pair.of(way);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Double> sum =
          threads.submit(
              () -> {
                try (BrokerConnection connection = pair.pluginBroker().dial(7)) {
                  return TestService.sum(connection.channel());
                }
              });
      // The dial is on its way, wherever it is by now.
      assertThat(TestService.echoStream(pair.channel(), List.of(1L))).hasSize(1);

      pair.hostBroker().acceptAndServe(7, builder -> builder.addService(TestService.calculator()));

      assertThat(sum).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(42.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  void whoIsAcceptedWaitsUntilItIsServed(Way way) throws Exception {
    try (Pair pair = Pair.of(way);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      BrokerServer server = pair.hostBroker().accept(3);
      BrokerConnection connection = pair.pluginBroker().dial(3);
      Future<Double> sum = threads.submit(() -> TestService.sum(connection.channel()));

      server.serve(builder -> builder.addService(TestService.calculator()));

      assertThat(sum).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(42.0);
      assertThatThrownBy(() -> server.serve(builder -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("stream 3 serves already");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  @Tag("F14")
  void anUnknownIdIsToldWithAdvice(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      long start = System.nanoTime();

      assertThatThrownBy(() -> pair.hostBroker().dial(-1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContainingAll("broker stream 4294967295", "Accept the id first")
          .satisfies(error -> assertThat(((BrokerException) error).streamId()).isEqualTo(-1));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  @Tag("F15")
  void aHundredCallbacksAtOnceAllArrive(Way way) throws Exception {
    try (Pair pair = Pair.of(way);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Double>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(() -> callBackOnAnIdOfItsOwn(pair));
      }

      for (Future<Double> sum : threads.invokeAll(calls)) {
        assertThat(sum.get()).isEqualTo(42);
      }
      assertThat(pair.hostBroker().nextId()).isEqualTo(101);
    }
  }

  private static double callBackOnAnIdOfItsOwn(Pair pair) {
    int streamId = pair.hostBroker().nextId();
    try (BrokerServer server =
        pair.hostBroker()
            .acceptAndServe(streamId, builder -> builder.addService(TestService.calculator()))) {
      return TestService.callBack(pair.channel(), server.streamId());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F32")
  void aDialTakesAnyMessageAndAServerFourMebibytes(Way way) throws IOException {
    BytesValue five = BytesValue.of(ByteString.copyFrom(new byte[5 * MEBIBYTE]));
    try (Pair pair = Pair.of(way)) {
      TestService echo = new TestService(pair.hostBroker());
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(echo));
      pair.hostBroker()
          .acceptAndServe(
              2, builder -> builder.addService(echo).maxInboundMessageSize(8 * MEBIBYTE));

      BrokerConnection standard = pair.pluginBroker().dial(1);
      BrokerConnection wide = pair.pluginBroker().dial(2);

      assertThatThrownBy(() -> TestService.echo(standard.channel(), five))
          .isInstanceOf(StatusRuntimeException.class);
      assertThat(TestService.echo(wide.channel(), five)).isEqualTo(five);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  void aDialTakesSettings(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      TestService echo = new TestService(pair.hostBroker());
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(echo));

      BrokerConnection narrow =
          pair.pluginBroker().dial(1, builder -> builder.maxInboundMessageSize(10));

      assertThatThrownBy(
              () ->
                  TestService.echo(
                      narrow.channel(), BytesValue.of(ByteString.copyFrom(new byte[100]))))
          .hasMessageContaining(Status.Code.RESOURCE_EXHAUSTED.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  void aClosedServerIsGone(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      BrokerServer server =
          pair.hostBroker()
              .acceptAndServe(1, builder -> builder.addService(TestService.calculator()));
      BrokerConnection connection = pair.pluginBroker().dial(1);
      assertThat(TestService.sum(connection.channel())).isEqualTo(42);

      server.close();
      server.close();

      assertThatThrownBy(() -> TestService.sum(connection.channel()))
          .isInstanceOf(RuntimeException.class);
      assertThat(pair.announced())
          .allSatisfy(address -> assertThat(Path.of(address.address())).doesNotExist());
      assertThatThrownBy(() -> server.serve(builder -> {}))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  void theEndOfAHostEndsWhatItOpened(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      GrpcBroker broker = pair.hostBroker();
      broker.acceptAndServe(1, builder -> builder.addService(TestService.calculator()));
      BrokerConnection connection = broker.dial(TestService.open(pair.channel()));
      CompletableFuture<BrokerConnection> waiting =
          CompletableFuture.supplyAsync(() -> broker.dial(99));

      pair.closeHost();

      assertThat(waiting)
          .failsWithin(Duration.ofSeconds(3))
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(BrokerException.class);
      assertThatThrownBy(() -> TestService.sum(connection.channel()))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> broker.acceptAndServe(2, builder -> {}))
          .isInstanceOf(BrokerException.class);
      assertThatThrownBy(() -> broker.dial(2)).isInstanceOf(BrokerException.class);
      assertThat(pair.announced())
          .allSatisfy(address -> assertThat(Path.of(address.address())).doesNotExist());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  @Tag("F25")
  void aSecondHostHasABrokerToo(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(TestService.calculator()));
      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
      pair.closeHost();

      try (HostConnector.Link second = pair.connect()) {
        GrpcBroker broker = GrpcBroker.of(second.parts());
        broker.acceptAndServe(1, builder -> builder.addService(TestService.calculator()));

        assertThat(TestService.callBack(second.channel(), 1)).isEqualTo(42);
        try (BrokerConnection connection = broker.dial(TestService.open(second.channel()))) {
          assertThat(TestService.sum(connection.channel())).isEqualTo(42);
        }
      }
    }
  }

  @Test
  @Tag("F14")
  void aPluginWithoutABrokerWorksUntilTheHostNeedsOne() throws IOException {
    PluginListener listener = UnixListener.inTempDirectory();
    PluginConnector.Door door =
        PluginConnector.DIRECT.prepare(
            new PluginConnector.Plan(Map.of(), listener, TransportSecurity.NONE));
    try (ListeningServer server =
            door.listen(builder -> builder.addService(TestService.calculator()));
        HostConnector.Link link = Leftovers.connect(Way.DIRECT_UNIX, server.address())) {
      assertThat(TestService.sum(link.channel())).isEqualTo(42);

      GrpcBroker broker = GrpcBroker.of(link.parts());
      assertThatThrownBy(() -> broker.dial(1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContainingAll("broker stream 1", "the plugin has no broker", "forPlugin()");
      assertThatThrownBy(() -> broker.accept(2))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("the plugin has no broker");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  @Tag("F38")
  @Tag("case-50")
  void aTestPairHasABroker(Way way) {
    ServiceSet services = ServiceSet.using("test", parts -> new TestService(GrpcBroker.of(parts)));
    ServeConfig plugin =
        ServeConfig.of(BrokerPlugin.HANDSHAKE, services).withConnector(BrokerConnector.forPlugin());
    ClientConfig.Builder host =
        ClientConfig.builder(BrokerPlugin.HANDSHAKE)
            .plugins(PluginSet.of("broker", GrpcBroker.class, GrpcBroker::of))
            .connector(way.connector());
    try (TestPair pair = TestPair.of(plugin, host)) {
      GrpcBroker broker = pair.dispense("broker", GrpcBroker.class);
      broker.acceptAndServe(1, builder -> builder.addService(TestService.calculator()));

      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
      try (BrokerConnection connection = broker.dial(TestService.open(pair.channel()))) {
        assertThat(TestService.sum(connection.channel())).isEqualTo(42);
      }
    }
  }

  @Test
  @Tag("F14")
  void aConnectionWithoutABrokerSaysWhatToConfigure() {
    assertThatThrownBy(() -> GrpcBroker.of(Parts.NONE))
        .isInstanceOf(BrokerException.class)
        .hasMessageContainingAll("no broker", "BrokerConnector.direct()", "forPlugin()");
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT_UNIX", "MULTIPLEXED_UNIX"})
  @Tag("F14")
  @Tag("F15")
  @Tag("case-73")
  void aSecondDialOfAnIdWorksOnlyOverOneConnection(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      int streamId = TestService.open(pair.channel());
      try (BrokerConnection first = pair.hostBroker().dial(streamId)) {
        assertThat(TestService.sum(first.channel())).isEqualTo(42);
      }

      switch (way) {
        case DIRECT_UNIX, DIRECT_TCP ->
            assertThatThrownBy(() -> pair.hostBroker().dial(streamId))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("timeout waiting for connection info");
        case MULTIPLEXED_UNIX, MULTIPLEXED_TCP -> {
          try (BrokerConnection second = pair.hostBroker().dial(streamId)) {
            assertThat(TestService.sum(second.channel())).isEqualTo(42);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F14")
  @Tag("F18")
  @Tag("case-43")
  void sideConnectionsAreProtectedAsTheMainOneIs(Way way) throws Exception {
    Path folder = Files.createTempDirectory("certificate");
    TransportSecurity tls = new MutualTls(SelfSigned.in(folder));
    Files.delete(folder);
    try (Pair pair = Pair.of(way, tls)) {
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(TestService.calculator()));

      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
      try (BrokerConnection connection = pair.hostBroker().dial(TestService.open(pair.channel()))) {
        assertThat(TestService.sum(connection.channel())).isEqualTo(42);
      }
      BrokerServer server =
          pair.hostBroker()
              .acceptAndServe(2, builder -> builder.addService(TestService.calculator()));
      BrokerConnection plain =
          pair.pluginBroker().dial(server.streamId(), NettyChannelBuilder::usePlaintext);
      assertThatThrownBy(() -> TestService.sum(plain.channel()))
          .isInstanceOf(RuntimeException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MULTIPLEXED_UNIX", "MULTIPLEXED_TCP"})
  @Tag("F15")
  void oneIdIsAcceptedOnceAtATime(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      BrokerServer server = pair.hostBroker().accept(1);
      assertThatThrownBy(() -> pair.hostBroker().accept(1))
          .isInstanceOf(BrokerException.class)
          .hasMessageContainingAll("broker stream 1", "nextId()");

      server.close();

      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(TestService.calculator()));
      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
    }
  }

  @Test
  @Tag("F15")
  void aKnockAtAClosedIdIsRefusedAtOnce() throws IOException {
    try (Pair pair = Pair.of(Way.MULTIPLEXED_UNIX)) {
      BrokerServer server = pair.hostBroker().accept(1);
      server.close();
      CompletableFuture<BrokerConnection> dial =
          CompletableFuture.supplyAsync(() -> pair.pluginBroker().dial(1));

      assertThat(dial)
          .failsWithin(Duration.ofSeconds(3))
          .withThrowableThat()
          .withMessageContaining("the other side refuses: this id was closed");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MULTIPLEXED_UNIX", "MULTIPLEXED_TCP"})
  @Tag("F15")
  void onlyTheMainSocketIsUsed(Way way) throws IOException {
    try (Pair pair = Pair.of(way)) {
      List<Path> before = pair.sockets();
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(TestService.calculator()));

      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
      assertThat(pair.sockets()).isEqualTo(before);
      assertThat(pair.announced()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MULTIPLEXED_UNIX", "MULTIPLEXED_TCP"})
  @Tag("F15")
  void aStrangersConnectionDoesNotDisturbTheHosts(Way way) throws IOException {
    try (Pair pair = Pair.of(way);
        SocketChannel stranger = SocketChannel.open(pair.address().socketAddress())) {
      pair.hostBroker().acceptAndServe(1, builder -> builder.addService(TestService.calculator()));

      assertThat(TestService.callBack(pair.channel(), 1)).isEqualTo(42);
      assertThat(stranger.isConnected()).isTrue();
    }
  }
}
