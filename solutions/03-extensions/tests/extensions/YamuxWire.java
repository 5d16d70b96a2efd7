package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A session whose other side is the test itself: what it sends is read as frames, what it gets is
/// written as frames, and time passes when told to. It counts the bytes that are not released.
final class YamuxWire implements AutoCloseable {
  final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(/* preferDirect= */ false);
  final EmbeddedChannel raw = new EmbeddedChannel();
  final List<YamuxStreamChannel> accepted = new ArrayList<>();
  final YamuxSession session;

  private YamuxWire(YamuxConfig config, boolean client, @Nullable YamuxAcceptor acceptor) {
    raw.config().setAllocator(memory);
    raw.freezeTime();
    YamuxAcceptor taker = acceptor == null ? accepted::add : acceptor;
    session =
        client ? YamuxSession.client(raw, config, taker) : YamuxSession.server(raw, config, taker);
  }

  static YamuxWire client(YamuxConfig config) {
    return new YamuxWire(config, /* client= */ true, null);
  }

  static YamuxWire server(YamuxConfig config) {
    return new YamuxWire(config, /* client= */ false, null);
  }

  static YamuxWire server(YamuxConfig config, YamuxAcceptor acceptor) {
    return new YamuxWire(config, /* client= */ false, acceptor);
  }

  /// The session gets these frames at once.
  void send(YamuxFrame... frames) {
    ByteBuf bytes = memory.buffer();
    for (YamuxFrame frame : frames) {
      frame.write(bytes);
    }
    send(bytes);
  }

  /// The session gets a data frame.
  void sendData(int streamId, int flags, byte[] payload) {
    ByteBuf bytes = memory.buffer();
    new YamuxFrame(YamuxFrameType.DATA, flags, streamId, payload.length).write(bytes);
    send(bytes.writeBytes(payload));
  }

  void send(ByteBuf bytes) {
    raw.writeInbound(bytes);
    raw.runPendingTasks();
  }

  void pass(Duration time) {
    raw.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    raw.runScheduledPendingTasks();
    raw.runPendingTasks();
  }

  /// What the session has sent since the last call; payloads are skipped.
  List<YamuxFrame> sent() {
    raw.runPendingTasks();
    List<YamuxFrame> frames = new ArrayList<>();
    for (ByteBuf out = raw.readOutbound(); out != null; out = raw.readOutbound()) {
      frames.add(YamuxFrame.read(out));
      out.release();
    }
    return frames;
  }

  /// Opens a stream of the session.
  YamuxStreamChannel open(ChannelInboundHandlerAdapter handler) {
    YamuxStreamChannel stream = session.streams().newChannel();
    stream.config().setAllocator(memory);
    stream.pipeline().addLast(handler);
    raw.eventLoop().register(stream);
    stream.connect(session.address());
    raw.runPendingTasks();
    return stream;
  }

  /// Accepts the stream that was offered last.
  YamuxStreamChannel accept(ChannelInboundHandlerAdapter handler) {
    YamuxStreamChannel stream = accepted.getLast();
    stream.config().setAllocator(memory);
    stream.pipeline().addLast(handler);
    raw.eventLoop().register(stream);
    raw.runPendingTasks();
    return stream;
  }

  /// Ends the session; then every byte must have been released.
  @Override
  public void close() {
    session.close();
    raw.runPendingTasks();
    raw.finishAndReleaseAll();
    assertThat(memory.metric().usedHeapMemory() + memory.metric().usedDirectMemory())
        .as("bytes that were not released")
        .isZero();
    assertThat(session.openStreams()).isZero();
  }
}
