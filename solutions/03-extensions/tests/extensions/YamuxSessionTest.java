package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class YamuxSessionTest {
  private static final YamuxConfig CONFIG = YamuxConfig.standard();
  private static final int SYN = YamuxFrame.SYN;
  private static final int ACK = YamuxFrame.ACK;
  private static final int FIN = YamuxFrame.FIN;
  private static final int RST = YamuxFrame.RST;
  private static final int WINDOW = YamuxConfig.INITIAL_WINDOW_BYTES;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static YamuxFrame flag(int streamId, int flags) {
    return YamuxFrame.windowUpdate(streamId, flags, 0);
  }

  @Test
  void aClientsStreamsAreOddAndAServersAreEven() {
    try (YamuxWire client = YamuxWire.client(CONFIG);
        YamuxWire server = YamuxWire.server(CONFIG)) {
      client.open(new YamuxReceived());
      client.open(new YamuxReceived());
      server.open(new YamuxReceived());

      assertThat(client.sent()).containsExactly(flag(1, SYN), flag(3, SYN));
      assertThat(server.sent()).containsExactly(flag(2, SYN));
    }
  }

  @Test
  void aStreamIsAcknowledgedWhenItIsRegistered() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(flag(1, SYN));
      assertThat(server.sent()).isEmpty();

      YamuxReceived received = new YamuxReceived();
      server.accept(received);

      assertThat(server.sent()).containsExactly(flag(1, ACK));
      assertThat(received.events).containsExactly("active");
    }
  }

  @Test
  void aLargerWindowIsAnnouncedWithTheAcknowledgement() {
    try (YamuxWire server = YamuxWire.server(CONFIG.withWindowBytes(WINDOW + 1000))) {
      server.send(flag(1, SYN));
      server.accept(new YamuxReceived());

      assertThat(server.sent()).containsExactly(YamuxFrame.windowUpdate(1, ACK, 1000));
    }
  }

  @Test
  void whatComesBeforeTheAcceptanceWaits() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.sendData(1, SYN, new byte[] {1, 2});
      server.sendData(1, FIN, new byte[] {3});
      YamuxReceived received = new YamuxReceived();
      server.accept(received);

      assertThat(received.bytes.toByteArray()).containsExactly(1, 2, 3);
      assertThat(received.events).containsExactly("active", "inactive");
      assertThat(server.sent()).containsExactly(flag(1, ACK), flag(1, FIN));
      assertThat(server.session.openStreams()).isZero();
    }
  }

  @Test
  void aPingIsAnsweredWithItsValue() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(YamuxFrame.ping(SYN, 77));

      assertThat(server.sent()).containsExactly(YamuxFrame.ping(ACK, 77));
    }
  }

  @Test
  void anAnsweredPingTellsTheTime() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      CompletableFuture<Duration> ping = client.session.ping();
      assertThat(client.sent()).containsExactly(YamuxFrame.ping(SYN, 0));

      client.send(YamuxFrame.ping(ACK, 0), YamuxFrame.ping(ACK, 4711));

      assertThat(ping).isCompletedWithValueMatching(time -> !time.isNegative());
    }
  }

  @Test
  void theKeepAliveGoesOnAsLongAsItIsAnswered() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      for (int i = 0; i < 3; i++) {
        client.pass(CONFIG.keepAliveInterval());
        assertThat(client.sent()).containsExactly(YamuxFrame.ping(SYN, i));
        client.send(YamuxFrame.ping(ACK, i));
      }
      assertThat(client.session.isOpen()).isTrue();
    }
  }

  @Test
  void aSilentPeerEndsTheSession() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      client.open(received);
      client.pass(CONFIG.keepAliveInterval());
      client.pass(CONFIG.writeTimeout());

      assertEnded(client, "no answer to a ping within PT10S");
      assertThat(received.events)
          .containsExactly("active", "yamux: no answer to a ping within PT10S", "inactive");
    }
  }

  private static void assertEnded(YamuxWire wire, String message) {
    assertThat(wire.session.isOpen()).isFalse();
    assertThat(wire.raw.isOpen()).isFalse();
    assertThat(wire.session.closed())
        .isCompletedWithValueMatching(
            cause -> cause.filter(e -> e.toString().contains(message)).isPresent());
  }

  @Test
  void aStreamThatNobodyAcceptsEndsTheSession() {
    try (YamuxWire client = YamuxWire.client(CONFIG.withOpenTimeout(Duration.ofSeconds(7)))) {
      client.open(new YamuxReceived());
      client.pass(Duration.ofSeconds(6));
      assertThat(client.session.isOpen()).isTrue();
      client.pass(Duration.ofSeconds(1));

      assertEnded(client, "stream 1 was not accepted within PT7S");
    }
  }

  @Test
  void anAcknowledgedStreamHasNoOpenTimeout() {
    try (YamuxWire client = YamuxWire.client(CONFIG.withOpenTimeout(Duration.ofSeconds(7)))) {
      client.open(new YamuxReceived());
      client.send(flag(1, ACK));
      client.pass(Duration.ofSeconds(8));

      assertThat(client.session.isOpen()).isTrue();
    }
  }

  @Test
  void openingsBeyondTheBacklogWaitForAcknowledgements() {
    try (YamuxWire client = YamuxWire.client(CONFIG.withAcceptBacklog(2))) {
      for (int i = 0; i < 4; i++) {
        client.open(new YamuxReceived());
      }
      assertThat(client.sent()).containsExactly(flag(1, SYN), flag(3, SYN));

      client.send(flag(3, ACK));
      assertThat(client.sent()).containsExactly(flag(5, SYN));
      client.send(flag(1, RST));
      assertThat(client.sent()).containsExactly(flag(7, SYN));
    }
  }

  @Test
  void streamsBeyondTheBacklogAreReset() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      for (int i = 0; i < 2000; i++) {
        server.send(flag(2 * i + 1, SYN));
      }

      assertThat(server.accepted).hasSize(CONFIG.acceptBacklog());
      assertThat(server.sent())
          .containsExactlyElementsOf(
              IntStream.range(CONFIG.acceptBacklog(), 2000)
                  .mapToObj(i -> flag(2 * i + 1, RST))
                  .toList());
      assertThat(server.session.openStreams()).isEqualTo(CONFIG.acceptBacklog());
    }
  }

  @Test
  void aRefusedStreamIsReset() {
    try (YamuxWire server = YamuxWire.server(CONFIG, YamuxAcceptor.REFUSE)) {
      server.sendData(1, SYN, new byte[] {1});

      assertThat(server.sent()).containsExactly(flag(1, RST));
      assertThat(server.session.openStreams()).isZero();
    }
  }

  @Test
  void anAcceptorThatFailsRefuses() {
    try (YamuxWire server =
        YamuxWire.server(
            CONFIG,
            stream -> {
              throw new IllegalStateException("no room");
            })) {
      server.send(flag(1, SYN));

      assertThat(server.sent()).containsExactly(flag(1, RST));
      assertThat(server.session.isOpen()).isTrue();
    }
  }

  @Test
  void aResetEndsTheStreamAndNotTheSession() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      YamuxStreamChannel stream = client.open(received);
      client.send(flag(1, RST));

      assertThat(received.events)
          .containsExactly("active", "yamux: stream 1 was reset by the other side", "inactive");
      assertThat(stream.isOpen()).isFalse();
      assertThat(client.session.isOpen()).isTrue();
      assertThat(client.session.openStreams()).isZero();
    }
  }

  @Test
  void eachSideEndsItsOwnDirection() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      YamuxStreamChannel stream = client.open(received);
      stream.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
      client.send(flag(1, ACK | FIN));
      assertThat(received.events).containsExactly("active", "end of input");
      client.sent();

      stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[5]));
      stream.shutdownOutput();

      assertThat(client.sent()).containsExactly(YamuxFrame.data(1, 5), flag(1, FIN));
      assertThat(client.session.openStreams()).isZero();
      stream.close();
      assertThat(client.sent()).isEmpty();
    }
  }

  @Test
  void afterOurEndTheOtherSidesBytesStillCome() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      YamuxStreamChannel stream = client.open(received);
      stream.shutdownOutput();
      client.sendData(1, ACK, new byte[] {1, 2, 3});
      client.send(flag(1, FIN));

      assertThat(received.bytes.toByteArray()).containsExactly(1, 2, 3);
      assertThat(stream.isOpen()).isFalse();
      assertThat(client.session.openStreams()).isZero();
    }
  }

  @Test
  void aPeerThatNeverEndsAStreamIsResetAfterTheCloseTimeout() {
    try (YamuxWire client = YamuxWire.client(CONFIG.withCloseTimeout(Duration.ofSeconds(5)))) {
      YamuxStreamChannel stream = client.open(new YamuxReceived());
      client.send(flag(1, ACK));
      stream.close();
      client.sendData(1, 0, new byte[100]);
      assertThat(client.sent()).containsExactly(flag(1, SYN), flag(1, FIN));
      assertThat(client.session.openStreams()).isOne();

      client.pass(Duration.ofSeconds(5));

      assertThat(client.sent()).containsExactly(flag(1, RST));
      assertThat(client.session.openStreams()).isZero();
    }
  }

  @Test
  void afterTheirGoAwayNoStreamIsOpenedAndTheOthersGoOn() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      client.open(received);
      client.send(flag(1, ACK), YamuxFrame.goAway(YamuxGoAway.NORMAL));
      YamuxStreamChannel late = client.open(new YamuxReceived());
      client.sendData(1, 0, new byte[] {9});

      assertThat(late.isOpen()).isFalse();
      assertThat(client.sent()).containsExactly(flag(1, SYN));
      assertThat(received.bytes.toByteArray()).containsExactly(9);
    }
  }

  @Test
  void afterOurGoAwayTheirStreamsAreReset() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.session.goAway();
      server.send(flag(1, SYN));

      assertThat(server.sent())
          .containsExactly(YamuxFrame.goAway(YamuxGoAway.NORMAL), flag(1, RST));
    }
  }

  @Test
  void theirGoAwayForAnErrorEndsTheSession() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      client.send(YamuxFrame.goAway(YamuxGoAway.PROTOCOL_ERROR));

      assertEnded(client, "PROTOCOL_ERROR");
    }
  }

  @Test
  void closingSaysGoAwayAndEndsStreamsQuietly() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxReceived received = new YamuxReceived();
      client.open(received);
      client.sent();
      client.session.close();

      assertThat(client.sent()).containsExactly(YamuxFrame.goAway(YamuxGoAway.NORMAL));
      assertThat(received.events).containsExactly("active", "inactive");
      assertThat(client.session.closed()).isCompletedWithValueMatching(cause -> cause.isEmpty());
      client.session.close();
    }
  }

  @Test
  void aClosedSessionOpensNothing() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      client.session.close();

      assertThat(client.open(new YamuxReceived()).isOpen()).isFalse();
      assertThatThrownBy(() -> client.session.ping().join())
          .hasCauseInstanceOf(YamuxException.class);
    }
  }

  @Test
  void whatTheProtocolForbidsEndsTheSessionWithItsCode() {
    assertProtocolError(YamuxFrame.data(2, 0), "never opened");
    assertProtocolError(flag(2, SYN), "a number of this side");
    assertProtocolError(YamuxFrame.windowUpdate(1, SYN, -1), "a window of");
    assertProtocolError(new YamuxFrame(YamuxFrameType.DATA, SYN, 1, WINDOW + 1), "for a window");
    assertProtocolError(new YamuxFrame(YamuxFrameType.DATA, SYN, 1, -1), "for a window");
    assertProtocolError(new YamuxFrame(YamuxFrameType.GO_AWAY, 0, 0, 3), "go-away code 3");
  }

  @Test
  void theStatesOfAStreamAreGuarded() {
    assertProtocolErrorAfterSyn(flag(1, SYN), "open already");
    assertProtocolErrorAfterSyn(flag(1, ACK), "ACK for stream 1");
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(flag(1, SYN), flag(1, FIN), flag(1, FIN));
      assertEnded(server, "stream 1: a second FIN");
    }
  }

  private static void assertProtocolError(YamuxFrame frame, String message) {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(frame);

      assertThat(server.sent()).contains(YamuxFrame.goAway(YamuxGoAway.PROTOCOL_ERROR));
      assertEnded(server, message);
    }
  }

  private static void assertProtocolErrorAfterSyn(YamuxFrame frame, String message) {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(flag(1, SYN));
      server.send(frame);

      assertThat(server.sent()).contains(YamuxFrame.goAway(YamuxGoAway.PROTOCOL_ERROR));
      assertEnded(server, message);
    }
  }

  @Test
  void theWindowIsWidenedWhenHalfOfItWasRead() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(flag(1, SYN));
      server.accept(new YamuxReceived());
      server.sent();
      server.sendData(1, 0, new byte[WINDOW / 2 - 1]);
      assertThat(server.sent()).isEmpty();
      server.sendData(1, 0, new byte[1]);

      assertThat(server.sent()).containsExactly(YamuxFrame.windowUpdate(1, 0, WINDOW / 2));
    }
  }

  @Test
  void aReaderThatDoesNotReadGetsNoMoreThanTheWindow() {
    try (YamuxWire server = YamuxWire.server(CONFIG)) {
      server.send(flag(1, SYN));
      YamuxReceived received = new YamuxReceived();
      server.accepted.getLast().config().setAutoRead(false);
      YamuxStreamChannel stream = server.accept(received);
      server.sent();
      for (int i = 0; i < WINDOW; i++) {
        server.sendData(1, 0, new byte[] {(byte) i});
      }
      assertThat(received.bytes.size()).isZero();
      assertThat(server.sent()).isEmpty();
      assertThat(server.memory.metric().usedHeapMemory()).isLessThan(WINDOW + 64 * 1024);

      stream.config().setAutoRead(true);
      server.raw.runPendingTasks();

      assertThat(received.bytes.size()).isEqualTo(WINDOW);
      assertThat(server.sent()).isNotEmpty().allMatch(frame -> frame.length() >= WINDOW / 2);
      assertThat(server.session.isOpen()).isTrue();
    }
  }

  @Test
  void aWriterStopsAtTheWindowAndGoesOnWithItsUpdate() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxStreamChannel stream = client.open(new YamuxReceived());
      stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[WINDOW + 10]));
      assertThat(client.sent().stream().mapToInt(YamuxFrame::length).sum()).isEqualTo(WINDOW);
      assertThat(stream.unsafe().outboundBuffer().totalPendingWriteBytes()).isPositive();

      client.send(YamuxFrame.windowUpdate(1, ACK, 4));
      assertThat(client.sent()).containsExactly(YamuxFrame.data(1, 4));
      client.send(YamuxFrame.windowUpdate(1, 0, 100));
      assertThat(client.sent()).containsExactly(YamuxFrame.data(1, 6));
      assertThat(stream.isWritable()).isTrue();
    }
  }

  @Test
  void manySmallWritesShareAFrame() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      YamuxStreamChannel stream = client.open(new YamuxReceived());
      client.sent();
      for (int i = 0; i < 100; i++) {
        stream.write(Unpooled.wrappedBuffer(new byte[3]));
      }
      stream.flush();

      assertThat(client.sent()).containsExactly(YamuxFrame.data(1, 300));
    }
  }

  /// Whoever let it through the gate expects it: the next stream would be taken for this one.
  @Test
  void aStreamThatIsClosedInItsGateIsOpenedAndResetAllTheSame() {
    try (YamuxWire client = YamuxWire.client(CONFIG)) {
      CompletableFuture<Runnable> gate = new CompletableFuture<>();
      YamuxStreamChannel stream = client.session.streams(() -> gate).newChannel();
      client.raw.eventLoop().register(stream);
      stream.connect(client.session.address());
      client.raw.runPendingTasks();
      stream.close();
      client.raw.runPendingTasks();
      assertThat(client.sent()).isEmpty();

      gate.complete(() -> {});
      client.raw.runPendingTasks();

      assertThat(client.sent()).containsExactly(flag(1, SYN), flag(1, RST));
      assertThat(client.session.openStreams()).isZero();
      client.send(flag(1, ACK));
      assertThat(client.session.isOpen()).isTrue();
    }
  }
}
