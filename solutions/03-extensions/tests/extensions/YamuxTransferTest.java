package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions over real sockets: what goes in at one end comes out at the other, byte for byte.
@ExtendWith(NoBufferLeaks.class)
class YamuxTransferTest {
  private static final YamuxConfig CONFIG = YamuxConfig.standard();
  private static final int MEGABYTE = 1_000_000;

  private final List<AutoCloseable> owned = new ArrayList<>();
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "yt");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable resource : owned.reversed()) {
      resource.close();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
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

  private PluginAddress address(Network network) {
    return switch (network) {
      case UNIX -> new PluginAddress(network, folder.resolve("s").toString());
      case TCP -> new PluginAddress(network, "127.0.0.1:0");
    };
  }

  private static CompletableFuture<Long> transfer(
      YamuxSession session, EventLoopGroup loops, Sender sender) {
    new Bootstrap()
        .group(loops)
        .channelFactory(session.streams())
        .handler(sender)
        .connect(session.address())
        .addListener(
            connect -> {
              if (!connect.isSuccess()) {
                sender.done.completeExceptionally(connect.cause());
              }
            });
    return sender.done;
  }

  private static YamuxAcceptor echo(EventLoopGroup loops) {
    return stream -> {
      stream.pipeline().addLast(new Echo());
      loops.register(stream);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "UNIX, 1, 20, 100000, false",
    "TCP, 1, 20, 100000, false",
    "UNIX, 1, 20, 100000, true",
    "UNIX, 100, 1, 5000, false",
    "UNIX, 100, 1, 5000, true",
    "UNIX, 2, 1, 1, false",
  })
  void bytesComeBackAsTheyWereSent(
      Network network, int streams, int megabytes, int largestPiece, boolean ownLoopEach)
      throws Exception {
    EventLoopGroup raw = loops();
    EventLoopGroup other = ownLoopEach ? loops() : raw;
    YamuxListener listener =
        own(YamuxListener.listen(address(network), raw, CONFIG, echo(other), session -> {}));
    YamuxSession session =
        own(YamuxDialer.dial(listener.address(), raw, CONFIG, YamuxAcceptor.REFUSE));
    List<CompletableFuture<Long>> all = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      Sender sender = new Sender(i, (long) megabytes * MEGABYTE, largestPiece);
      all.add(transfer(session, other, sender));
    }

    for (CompletableFuture<Long> one : all) {
      assertThat(one.get(50, TimeUnit.SECONDS)).isEqualTo((long) megabytes * MEGABYTE);
    }
    await().until(() -> session.openStreams() == 0);
    assertThat(listener.sessions().getFirst().openStreams()).isZero();
    assertThat(session.ping().get(5, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void theServersStreamsWorkTheSameWay() throws Exception {
    EventLoopGroup loops = loops();
    CompletableFuture<YamuxSession> plugin = new CompletableFuture<>();
    YamuxListener listener =
        own(
            YamuxListener.listen(
                address(Network.UNIX), loops, CONFIG, YamuxAcceptor.REFUSE, plugin::complete));
    own(YamuxDialer.dial(listener.address(), loops, CONFIG, echo(loops)));

    Sender sender = new Sender(1, MEGABYTE, 10_000);

    assertThat(transfer(plugin.get(5, TimeUnit.SECONDS), loops, sender).get(20, TimeUnit.SECONDS))
        .isEqualTo(MEGABYTE);
  }

  /// Each stream runs on another loop than its session, and is closed or reset at any moment of its
  /// life, on either side: both sides must agree in the end, and the session must have survived.
  @Test
  void streamsMayEndAtAnyMoment() throws Exception {
    EventLoopGroup raw = loops();
    EventLoopGroup others = loops();
    AtomicInteger count = new AtomicInteger();
    YamuxAcceptor rude =
        stream -> {
          switch (count.incrementAndGet() % 7) {
            case 0 -> stream.refuse();
            case 1 -> others.schedule(stream::refuse, 1, TimeUnit.MILLISECONDS);
            default -> {}
          }
          stream.pipeline().addLast(new Echo());
          others.register(stream);
          if (count.get() % 5 == 0) {
            others.schedule(() -> stream.close(), 2, TimeUnit.MILLISECONDS);
          }
        };
    YamuxListener listener =
        own(YamuxListener.listen(address(Network.UNIX), raw, CONFIG, rude, session -> {}));
    YamuxSession session =
        own(YamuxDialer.dial(listener.address(), loops(), CONFIG, YamuxAcceptor.REFUSE));
    List<CompletableFuture<Long>> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      all.add(transfer(session, others, new Sender(i, 1 + 600L * i, 20_000)));
    }

    int whole = 0;
    for (CompletableFuture<Long> one : all) {
      whole += one.handle((bytes, failure) -> failure == null ? 1 : 0).get(20, TimeUnit.SECONDS);
    }
    assertThat(whole).isBetween(200, 900);
    await().until(() -> session.openStreams() == 0);
    await().until(() -> listener.sessions().getFirst().openStreams() == 0);
    assertThat(session.ping().get(5, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void aStreamThatNobodyReadsDoesNotStopTheOthers() throws Exception {
    EventLoopGroup loops = loops();
    YamuxAcceptor everyFirstSleeps =
        stream -> {
          stream.pipeline().addLast(new Echo());
          stream.config().setAutoRead(stream.streamId() != 1);
          loops.register(stream);
        };
    YamuxListener listener =
        own(
            YamuxListener.listen(
                address(Network.UNIX), loops, CONFIG, everyFirstSleeps, session -> {}));
    YamuxSession session =
        own(YamuxDialer.dial(listener.address(), loops, CONFIG, YamuxAcceptor.REFUSE));
    Sender stuck = new Sender(1, 20 * MEGABYTE, 100_000);
    CompletableFuture<Long> never = transfer(session, loops, stuck);

    Sender free = new Sender(2, 2 * MEGABYTE, 100_000);
    assertThat(transfer(session, loops, free).get(20, TimeUnit.SECONDS)).isEqualTo(2 * MEGABYTE);

    assertThat(never).isNotDone();
    // The window, and what Netty lets a writer queue before it says stop.
    assertThat(stuck.sent).isLessThan(YamuxConfig.INITIAL_WINDOW_BYTES + 300_000);
  }

  @Test
  void aPeerThatAsksAndDoesNotReadIsCutOff() throws Exception {
    EventLoopGroup loops = loops();
    CompletableFuture<YamuxSession> session = new CompletableFuture<>();
    YamuxListener listener =
        own(
            YamuxListener.listen(
                address(Network.UNIX), loops, CONFIG, YamuxAcceptor.REFUSE, session::complete));
    try (SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      peer.connect(listener.address().socketAddress());
      ByteBuf ping = Unpooled.buffer();
      YamuxFrame.ping(YamuxFrame.SYN, 1).write(ping);
      ByteBuffer bytes = ping.nioBuffer();

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10 * MEGABYTE; i++) {
                  peer.write(bytes.rewind());
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(session.get(5, TimeUnit.SECONDS).closed().get(5, TimeUnit.SECONDS))
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("asks and does not read"));
  }

  @Test
  void aPeerThatStopsReadingEndsTheSession() throws Exception {
    EventLoopGroup loops = loops();
    YamuxConfig hasty = CONFIG.withKeepAlive(Duration.ofMinutes(1), Duration.ofMillis(300));
    CompletableFuture<YamuxSession> session = new CompletableFuture<>();
    YamuxListener listener =
        own(
            YamuxListener.listen(
                address(Network.UNIX), loops, hasty, YamuxAcceptor.REFUSE, session::complete));
    try (SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      peer.connect(listener.address().socketAddress());
      for (int i = 0; i < 10; i++) {
        transfer(session.get(5, TimeUnit.SECONDS), loops, new Sender(i, MEGABYTE, 100_000));
      }

      assertThat(session.get().closed().get(10, TimeUnit.SECONDS))
          .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("has read nothing for"));
    }
  }

  @Test
  void aVanishedPeerEndsTheSessionAndItsStreams() throws Exception {
    EventLoopGroup loops = loops();
    YamuxListener listener =
        own(YamuxListener.listen(address(Network.UNIX), loops, CONFIG, echo(loops), session -> {}));
    YamuxSession session =
        own(YamuxDialer.dial(listener.address(), loops, CONFIG, YamuxAcceptor.REFUSE));
    CompletableFuture<Long> broken = transfer(session, loops, new Sender(1, 1L << 40, 10_000));
    await().until(() -> session.openStreams() == 1);

    listener.close();

    assertThat(session.closed().get(5, TimeUnit.SECONDS)).isPresent();
    assertThatThrownBy(() -> broken.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    assertThat(session.openStreams()).isZero();
  }

  @Test
  void dialingNobodySaysWhere() {
    PluginAddress nobody = address(Network.UNIX);
    EventLoopGroup loops = loops();

    assertThatThrownBy(() -> YamuxDialer.dial(nobody, loops, CONFIG, YamuxAcceptor.REFUSE))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining(nobody.address());
  }

  @Test
  void listeningWhereSomeoneListensSaysWhere() {
    EventLoopGroup loops = loops();
    PluginAddress address = address(Network.UNIX);
    own(YamuxListener.listen(address, loops, CONFIG, YamuxAcceptor.REFUSE, session -> {}));

    assertThatThrownBy(
            () -> YamuxListener.listen(address, loops, CONFIG, YamuxAcceptor.REFUSE, session -> {}))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContaining(address.address());
  }

  /// Sends back what it gets, and reads no faster than that.
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.write(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      context.channel().config().setAutoRead(context.channel().isWritable());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  /// Sends random bytes as fast as it may and compares what comes back.
  private static final class Sender extends ChannelInboundHandlerAdapter {
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final SplittableRandom random;
    private final long total;
    private final int largestPiece;
    private final CRC32C out = new CRC32C();
    private final CRC32C in = new CRC32C();
    private volatile long sent;
    private long received;

    Sender(int seed, long total, int largestPiece) {
      this.random = new SplittableRandom(seed);
      this.total = total;
      this.largestPiece = largestPiece;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      send(context.channel());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      if (context.channel().isWritable()) {
        send(context.channel());
      }
    }

    private void send(Channel channel) {
      long now = sent;
      while (now < total && channel.isWritable()) {
        byte[] piece = new byte[(int) Math.min(total - now, 1 + random.nextInt(largestPiece))];
        random.nextBytes(piece);
        out.update(piece);
        channel.write(Unpooled.wrappedBuffer(piece));
        now += piece.length;
        sent = now;
      }
      channel.flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      received += bytes.readableBytes();
      in.update(bytes.nioBuffer());
      bytes.release();
      if (received == total) {
        if (in.getValue() == out.getValue()) {
          done.complete(received);
        } else {
          done.completeExceptionally(new AssertionError("other bytes came back"));
        }
        context.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      done.completeExceptionally(new IOException("ended after " + received));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      done.completeExceptionally(cause);
    }
  }
}
