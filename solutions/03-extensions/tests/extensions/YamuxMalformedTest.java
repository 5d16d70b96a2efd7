package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 10,000 sessions, each with input that was made to break it. A seed names each.
class YamuxMalformedTest {
  private static final int CASES = 10_000;
  private static final int FRAMES = 100;
  private static final long MOST_MEMORY = 4L * YamuxConfig.INITIAL_WINDOW_BYTES;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @Test
  void nothingButItsOwnExceptionEndsASession() {
    int protocolErrors = 0;
    int alive = 0;
    for (int seed = 0; seed < CASES; seed++) {
      try {
        Optional<YamuxException> end = run(new SplittableRandom(seed));
        protocolErrors +=
            end.filter(e -> e.reason() == YamuxGoAway.PROTOCOL_ERROR).isPresent() ? 1 : 0;
        alive += end.isEmpty() ? 1 : 0;
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    // The generator does what it is for: it breaks many, and not all at once.
    assertThat(protocolErrors).isGreaterThan(CASES / 4);
    assertThat(alive).isGreaterThan(CASES / 100);
  }

  /// One session, fed with frames and garbage in pieces of any size.
  ///
  /// @return what ended it; empty if nothing did
  private static Optional<YamuxException> run(SplittableRandom random) {
    YamuxConfig config =
        YamuxConfig.standard()
            .withAcceptBacklog(1 + random.nextInt(4))
            .withCloseTimeout(Duration.ofSeconds(1));
    boolean client = random.nextBoolean();
    YamuxWire wire = client ? YamuxWire.client(config) : YamuxWire.server(config);
    try (wire) {
      wire.open(new YamuxReceived());
      ByteBuf input = input(random, client);
      while (input.isReadable() && wire.raw.isOpen()) {
        int size = Math.min(input.readableBytes(), 1 + random.nextInt(200));
        wire.send(wire.memory.buffer().writeBytes(input, size));
        react(wire, random);
        wire.sent();
        assertThat(wire.memory.metric().usedHeapMemory()).isLessThan(MOST_MEMORY);
      }
      wire.raw.checkException();
      return wire.session.closed().getNow(Optional.empty());
    }
  }

  private static ByteBuf input(SplittableRandom random, boolean client) {
    ByteBuf input = Unpooled.buffer();
    int frames = random.nextInt(FRAMES);
    for (int i = 0; i < frames; i++) {
      append(input, random, client);
    }
    if (random.nextInt(8) == 0) {
      byte[] garbage = new byte[random.nextInt(64)];
      random.nextBytes(garbage);
      input.writeBytes(garbage);
    }
    return input;
  }

  private static void append(ByteBuf input, SplittableRandom random, boolean client) {
    int start = input.writerIndex();
    int type = random.nextInt(16) == 0 ? random.nextInt(3) : random.nextInt(2);
    int length = random.nextInt(100) == 0 ? random.nextInt() : random.nextInt(300);
    int theirs = (client ? 2 : 1) + 2 * random.nextInt(20);
    int id = random.nextInt(5) == 0 ? (client ? 1 : 2) : theirs;
    int flags =
        switch (random.nextInt(40)) {
          case 0, 1, 2, 3, 4, 5, 6 -> id == theirs ? YamuxFrame.SYN : 0;
          case 7, 8 -> YamuxFrame.FIN;
          case 9 -> YamuxFrame.RST;
          case 10 -> random.nextInt(16);
          default -> 0;
        };
    input.writeByte(0).writeByte(type).writeShort(flags).writeInt(type < 2 ? id : 0);
    input.writeInt(length);
    if (type == 0 && length > 0) {
      input.writeZero(Math.min(length, 1000));
    }
    if (random.nextInt(100) == 0) {
      // One flipped byte, anywhere in the frame.
      int at = start + random.nextInt(input.writerIndex() - start);
      input.setByte(at, random.nextInt(256));
    }
    if (random.nextInt(100) == 0) {
      // Cut off.
      input.writerIndex(start + random.nextInt(input.writerIndex() - start));
    }
  }

  /// The side under test uses its streams meanwhile: accepts, refuses, writes, closes.
  private static void react(YamuxWire wire, SplittableRandom random) {
    if (wire.accepted.isEmpty()) {
      return;
    }
    YamuxStreamChannel last = wire.accepted.getLast();
    switch (random.nextInt(6)) {
      case 0 -> {
        if (!last.isRegistered() && last.isOpen()) {
          wire.accept(new YamuxReceived());
        }
      }
      case 1 -> last.refuse();
      case 2 -> {
        if (last.isActive()) {
          last.writeAndFlush(Unpooled.wrappedBuffer(new byte[random.nextInt(2000)]));
        }
      }
      case 3 -> {
        if (last.isActive()) {
          last.close();
        }
      }
      case 4 -> {
        if (last.isActive()) {
          last.config().setAutoRead(random.nextBoolean());
        }
      }
      default -> wire.pass(Duration.ofMillis(random.nextInt(300)));
    }
    wire.raw.runPendingTasks();
  }
}
