package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Network;
import basics.PluginAddress;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.InitializeRequest;
import course.calculator.v1.Operands;
import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// gRPC over yamux over real sockets, in all ways that go-plugin has.
@ExtendWith(NoBufferLeaks.class)
class YamuxGrpcTest {
  private static final Operands SIX_AND_SEVEN =
      Operands.newBuilder().setLeft(6).setRight(7).build();

  private final List<AutoCloseable> owned = new ArrayList<>();
  private final YamuxServerChannel main = new YamuxServerChannel("main");
  private Path folder = Path.of("");
  private @Nullable SelfSigned certificate;

  /// Not JUnit's `@TempDir`: its paths may be too long for a socket.
  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "ym");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable resource : owned.reversed()) {
      resource.close();
    }
    Files.delete(folder);
  }

  private <T extends AutoCloseable> T own(T resource) {
    owned.add(resource);
    return resource;
  }

  private EventLoopGroup loops() {
    return own(YamuxLoops.start()).group();
  }

  private YamuxListener listen(Network network, EventLoopGroup loops, YamuxAcceptor acceptor) {
    PluginAddress address =
        switch (network) {
          case UNIX -> new PluginAddress(network, folder.resolve("s").toString());
          case TCP -> new PluginAddress(network, "127.0.0.1:0");
        };
    return own(
        YamuxListener.listen(address, loops, YamuxConfig.standard(), acceptor, session -> {}));
  }

  private YamuxSession dial(YamuxListener listener, EventLoopGroup loops, YamuxAcceptor acceptor) {
    return own(YamuxDialer.dial(listener.address(), loops, YamuxConfig.standard(), acceptor));
  }

  private Server serve(YamuxServerChannel channel, EventLoopGroup loops) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(channel.address())
            .channelFactory(() -> channel)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .addService(new CalculatorService(new CalculatorImpl()))
            .addService(new Echo());
    SelfSigned tls = certificate;
    if (tls != null) {
      builder.sslContext(
          GrpcSslContexts.configure(SslContextBuilder.forServer(tls.key(), tls.certificate()))
              .build());
    }
    Server server = builder.build().start();
    own(
        () -> {
          server.shutdownNow();
          server.awaitTermination(5, TimeUnit.SECONDS);
        });
    return server;
  }

  private ManagedChannel connect(YamuxSession session, YamuxGate gate, EventLoopGroup loops)
      throws SSLException {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(session.address())
            .channelFactory(session.streams(gate), YamuxAddress.class)
            .eventLoopGroup(loops)
            .overrideAuthority("localhost")
            .usePlaintext();
    SelfSigned tls = certificate;
    if (tls != null) {
      builder
          .useTransportSecurity()
          .sslContext(GrpcSslContexts.forClient().trustManager(tls.certificate()).build());
    }
    ManagedChannel channel = builder.build();
    own(
        () -> {
          channel.shutdownNow();
          channel.awaitTermination(5, TimeUnit.SECONDS);
        });
    return channel;
  }

  private static double multiply(ManagedChannel channel) {
    CalculatorGrpc.CalculatorBlockingStub stub =
        CalculatorGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    var _ = stub.initialize(InitializeRequest.getDefaultInstance());
    return stub.multiply(SIX_AND_SEVEN).getValue();
  }

  @ParameterizedTest
  @CsvSource({
    "UNIX, false, false",
    "TCP, false, false",
    "UNIX, true, false",
    "TCP, true, false",
    "UNIX, false, true",
    "UNIX, true, true"
  })
  void callsPassThroughOneConnection(Network network, boolean tls, boolean ownLoopEach)
      throws Exception {
    certificate = tls ? SelfSigned.in(folder) : null;
    EventLoopGroup loops = loops();
    serve(main, ownLoopEach ? loops() : loops);
    YamuxListener listener = listen(network, loops, main::accept);
    YamuxSession session = dial(listener, ownLoopEach ? loops() : loops, YamuxAcceptor.REFUSE);
    ManagedChannel first = connect(session, YamuxGate.OPEN, ownLoopEach ? loops() : loops);
    ManagedChannel second = connect(session, YamuxGate.OPEN, ownLoopEach ? loops() : loops);

    assertThat(multiply(first)).isEqualTo(42);
    assertThat(multiply(second)).isEqualTo(42);
    assertThat(talk(first, 200, 20_000)).hasSize(200);
    assertThat(session.openStreams()).isEqualTo(2);
    assertThat(listener.sessions()).hasSize(1);
  }

  @Test
  void aPluginCallsItsHostOnTheSameConnection() throws Exception {
    EventLoopGroup loops = loops();
    YamuxServerChannel hosts = new YamuxServerChannel("host");
    serve(hosts, loops);
    YamuxListener listener = listen(Network.UNIX, loops, main::accept);
    dial(listener, loops, hosts::accept);
    await().until(() -> listener.sessions().size() == 1);
    YamuxSession session = listener.sessions().getFirst();

    assertThat(multiply(connect(session, YamuxGate.OPEN, loops))).isEqualTo(42);
  }

  @Test
  void aServerThatStartsLateGetsWhatWaited() throws Exception {
    EventLoopGroup loops = loops();
    YamuxListener listener = listen(Network.UNIX, loops, main::accept);
    YamuxSession session = dial(listener, loops, YamuxAcceptor.REFUSE);
    ManagedChannel channel = connect(session, YamuxGate.OPEN, loops);
    CompletableFuture<Double> answer = CompletableFuture.supplyAsync(() -> multiply(channel));
    await().until(() -> session.openStreams() == 1);

    serve(main, loops);

    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(42);
  }

  @Test
  void aRefusedStreamIsUnavailable() throws Exception {
    EventLoopGroup loops = loops();
    YamuxListener listener = listen(Network.UNIX, loops, YamuxAcceptor.REFUSE);
    YamuxSession session = dial(listener, loops, YamuxAcceptor.REFUSE);
    ManagedChannel channel = connect(session, YamuxGate.OPEN, loops);

    assertThatThrownBy(() -> multiply(channel))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
              assertThat(e).hasStackTraceContaining("was reset by the other side");
            });
  }

  @Test
  void everyConnectPassesItsGate() throws Exception {
    EventLoopGroup loops = loops();
    serve(main, loops);
    YamuxListener listener = listen(Network.UNIX, loops, main::accept);
    YamuxSession session = dial(listener, loops, YamuxAcceptor.REFUSE);
    AtomicInteger entered = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    YamuxGate gate =
        () -> {
          entered.incrementAndGet();
          return CompletableFuture.supplyAsync(() -> left::incrementAndGet);
        };

    assertThat(multiply(connect(session, gate, loops))).isEqualTo(42);
    assertThat(multiply(connect(session, gate, loops))).isEqualTo(42);

    assertThat(entered).hasValue(2);
    assertThat(left).hasValue(2);
  }

  @Test
  void aClosedGateIsTheCallsError() throws Exception {
    EventLoopGroup loops = loops();
    YamuxListener listener = listen(Network.UNIX, loops, YamuxAcceptor.REFUSE);
    YamuxSession session = dial(listener, loops, YamuxAcceptor.REFUSE);
    YamuxGate gate = () -> CompletableFuture.failedFuture(new IOException("nobody answers"));
    ManagedChannel channel = connect(session, gate, loops);

    assertThatThrownBy(() -> multiply(channel))
        .isInstanceOf(StatusRuntimeException.class)
        .hasStackTraceContaining("nobody answers");
    assertThat(session.openStreams()).isZero();
  }

  @Test
  void aClosedSessionEndsCallsAtOnce() throws Exception {
    EventLoopGroup loops = loops();
    serve(main, loops);
    YamuxListener listener = listen(Network.UNIX, loops, main::accept);
    YamuxSession session = dial(listener, loops, YamuxAcceptor.REFUSE);
    ManagedChannel channel = connect(session, YamuxGate.OPEN, loops);
    Answers answers = new Answers();
    StreamObserver<ConnInfo> requests = GRPCBrokerGrpc.newStub(channel).startStream(answers);
    requests.onNext(ConnInfo.getDefaultInstance());
    assertThat(answers.received.poll(20, TimeUnit.SECONDS)).isNotNull();

    listener.close();

    assertThatThrownBy(() -> answers.done.get(20, TimeUnit.SECONDS))
        .hasMessageContaining("UNAVAILABLE");
    assertThat(session.closed().get(20, TimeUnit.SECONDS))
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("closed the connection"));
    assertThatThrownBy(() -> multiply(channel)).hasMessageContaining("UNAVAILABLE");
  }

  private static List<ConnInfo> talk(ManagedChannel channel, int messages, int bytes)
      throws Exception {
    Answers answers = new Answers();
    StreamObserver<ConnInfo> requests = GRPCBrokerGrpc.newStub(channel).startStream(answers);
    for (int i = 0; i < messages; i++) {
      requests.onNext(ConnInfo.newBuilder().setAddress("x".repeat(bytes)).build());
    }
    requests.onCompleted();
    answers.done.get(20, TimeUnit.SECONDS);
    return List.copyOf(answers.received);
  }

  private static final class Answers implements StreamObserver<ConnInfo> {
    private final LinkedBlockingQueue<ConnInfo> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public void onNext(ConnInfo value) {
      received.add(value);
    }

    @Override
    public void onError(Throwable error) {
      done.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {
      done.complete(null);
    }
  }

  /// Sends back what it gets.
  private static final class Echo extends GRPCBrokerGrpc.GRPCBrokerImplBase {
    @Override
    public StreamObserver<ConnInfo> startStream(StreamObserver<ConnInfo> answers) {
      return new StreamObserver<>() {
        @Override
        public void onNext(ConnInfo value) {
          answers.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
          answers.onError(error);
        }

        @Override
        public void onCompleted() {
          answers.onCompleted();
        }
      };
    }
  }
}
