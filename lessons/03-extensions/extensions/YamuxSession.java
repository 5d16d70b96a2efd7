package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Many streams over one raw connection, as hashicorp/yamux has them.
///
/// The session owns the raw channel: when one ends, so does the other, and all streams with them.
/// It lives on the raw channel's event loop; the methods here may be called from any thread.
///
/// @see <a href="https://github.com/hashicorp/yamux/blob/v0.1.2/spec.md">yamux: Specification</a>
public final class YamuxSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(YamuxSession.class);

  /// How long the go-away frame may take to leave, and how long [#close()] waits for the end.
  private static final Duration GOODBYE_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Channel raw;
  private final YamuxConfig config;
  private final YamuxAddress address;
  private final YamuxStreams streams;
  private final YamuxPings pings;
  private final Queue<YamuxStreamChannel> waitingForConnection = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Optional<YamuxException>> closed = new CompletableFuture<>();
  private volatile boolean ending;
  private volatile boolean closedHere;
  private volatile Optional<YamuxException> outcome = Optional.empty();

  private YamuxSession(Channel raw, YamuxConfig config, boolean client, YamuxAcceptor acceptor) {
    this.raw = raw;
    this.config = config;
    this.address = new YamuxAddress(raw.id().asShortText());
    this.streams = new YamuxStreams(this, client, acceptor);
    this.pings = new YamuxPings(this);
  }

  /// The session of the side that made the raw connection (in go-plugin: the host).
  ///
  /// @param raw gets the session as its handler; it may be connected already or later
  public static YamuxSession client(Channel raw, YamuxConfig config, YamuxAcceptor acceptor) {
    return new YamuxSession(raw, config, /* client= */ true, acceptor).install();
  }

  /// The session of the side that took the raw connection (in go-plugin: the plugin).
  ///
  /// @param raw gets the session as its handler; it may be connected already or later
  public static YamuxSession server(Channel raw, YamuxConfig config, YamuxAcceptor acceptor) {
    return new YamuxSession(raw, config, /* client= */ false, acceptor).install();
  }

  private YamuxSession install() {
    raw.pipeline().addLast(new YamuxRawHandler(this, streams, pings));
    raw.closeFuture().addListener(done -> rawClosed());
    return this;
  }

  private void rawClosed() {
    end(YamuxException.ended("the other side has closed the connection"), /* here= */ false);
    closed.complete(outcome);
  }

  /// What a gRPC client connects to: `NettyChannelBuilder.forAddress(session.address())`.
  public YamuxAddress address() {
    return address;
  }

  /// Makes streams for a gRPC client: each connect opens one. It is complete when the opening is
  /// sent, not when the other side has answered it (yamux: Session.Open).
  public ChannelFactory<YamuxStreamChannel> streams() {
    return streams(YamuxGate.OPEN);
  }

  /// Makes streams for a gRPC client: each connect passes the gate and opens one.
  public ChannelFactory<YamuxStreamChannel> streams(YamuxGate gate) {
    return () -> YamuxStreamChannel.outgoing(this, gate);
  }

  /// Asks whether the other side lives.
  ///
  /// @return the time to the answer, or a [YamuxException] if there is none within the write
  ///   timeout
  public CompletableFuture<Duration> ping() {
    CompletableFuture<Duration> answer = new CompletableFuture<>();
    onLoop(() -> pings.ask(answer));
    return answer;
  }

  /// Takes no more streams from the other side and tells it so. Open streams go on.
  public void goAway() {
    onLoop(
        () -> {
          streams.refuseFromNowOn();
          write(YamuxFrame.goAway(YamuxGoAway.NORMAL));
          flush();
        });
  }

  /// Whether streams can still come or go.
  public boolean isOpen() {
    return !ending;
  }

  /// How many streams are open, those included that only one side has closed.
  public int openStreams() {
    return streams.count();
  }

  /// Completes when the raw connection is closed: with what ended the session, or empty if that was
  /// [#close()].
  public CompletableFuture<Optional<YamuxException>> closed() {
    return closed.copy();
  }

  /// Says go-away, ends all streams and closes the raw connection. Waits at most two seconds for
  /// it; on an event loop not at all. Calling it again does nothing.
  @Override
  public void close() {
    onLoop(() -> end(null, /* here= */ true));
    if (!raw.isRegistered()) {
      raw.close();
    } else if (!raw.eventLoop().inEventLoop()) {
      raw.closeFuture().awaitUninterruptibly(CLOSE_TIMEOUT.toMillis());
    }
  }

  /// Ends the session for that reason.
  void fail(YamuxException cause) {
    onLoop(() -> end(cause, /* here= */ false));
  }

  private void end(@Nullable YamuxException cause, boolean here) {
    if (ending) {
      return;
    }
    outcome = Optional.ofNullable(cause);
    closedHere = here;
    if (cause != null) {
      LOG.debug("session {} ends: {}", address, cause.getMessage());
    }
    pings.stop();
    ChannelFuture goodbye =
        raw.writeAndFlush(
            encode(YamuxFrame.goAway(cause == null ? YamuxGoAway.NORMAL : cause.reason())));
    ending = true;
    goodbye.addListener(done -> raw.close());
    if (raw.isOpen()) {
      schedule(() -> raw.close(), GOODBYE_TIMEOUT);
    }
    streams.end(cause == null ? YamuxException.ended("the session is closed") : cause);
  }

  /// Whether this side has ended the session by [#close()].
  boolean isClosedHere() {
    return closedHere;
  }

  YamuxConfig config() {
    return config;
  }

  Channel raw() {
    return raw;
  }

  YamuxAddress streamAddress(long streamId) {
    return new YamuxAddress(raw.id().asShortText() + "/" + streamId);
  }

  // --- What streams do, from their own event loops
  // -------------------------------------------------

  void open(YamuxStreamChannel stream, YamuxGate gate) {
    CompletionStage<? extends Runnable> entry;
    try {
      entry = gate.enter();
    } catch (RuntimeException e) {
      entry = CompletableFuture.failedFuture(e);
    }
    entry.whenComplete((leave, refusal) -> entered(stream, leave, refusal));
  }

  private void entered(
      YamuxStreamChannel stream, @Nullable Runnable leave, @Nullable Throwable refusal) {
    if (!onLoop(() -> streams.open(stream, leave, refusal))) {
      if (leave != null) {
        leave.run();
      }
      stream.opened(YamuxException.ended("the event loop of the session has stopped"));
    }
  }

  void acknowledge(YamuxFlow flow) {
    if (flow.failure() == null) {
      write(YamuxFrame.windowUpdate(flow.streamId(), YamuxFrame.ACK, flow.firstWindowUpdate()));
      flush();
    }
    onLoop(() -> streams.accepted(flow));
  }

  void grant(YamuxFlow flow) {
    int delta = flow.windowUpdate();
    if (delta > 0) {
      write(YamuxFrame.windowUpdate(flow.streamId(), 0, delta));
      flush();
    }
  }

  /// Sends FIN unless it is sent.
  void end(YamuxFlow flow) {
    if (flow.endLocal()) {
      write(YamuxFrame.windowUpdate(flow.streamId(), YamuxFrame.FIN, 0));
      flush();
    }
    onLoop(() -> streams.endedHere(flow));
  }

  /// Sends FIN unless it is sent, and gives the other side some time for its own.
  void leave(YamuxFlow flow) {
    end(flow);
    onLoop(() -> streams.left(flow));
  }

  void reset(YamuxFlow flow) {
    if (flow.fail(YamuxException.ended(flow + " was reset by this side"))) {
      write(YamuxFrame.windowUpdate(flow.streamId(), YamuxFrame.RST, 0));
      flush();
    }
    onLoop(() -> streams.remove(flow.streamId()));
  }

  /// Whether the raw connection takes more; if not, the stream is woken when it does.
  boolean mayWrite(YamuxStreamChannel stream) {
    if (raw.isWritable()) {
      return true;
    }
    if (stream.beginWaiting()) {
      waitingForConnection.add(stream);
    }
    if (raw.isWritable()) {
      onLoop(this::wakeWaiting); // It changed meanwhile, and nobody may have seen us in the queue.
    }
    return false;
  }

  /// Wakes streams in the order in which they came, as long as the connection takes their bytes.
  void wakeWaiting() {
    YamuxStreamChannel next = raw.isWritable() ? waitingForConnection.poll() : null;
    while (next != null) {
      next.endWaiting();
      next.wake();
      next = raw.isWritable() ? waitingForConnection.poll() : null;
    }
  }

  void write(YamuxFrame frame) {
    write(encode(frame));
  }

  void write(ByteBuf frame) {
    if (ending) {
      frame.release(); // Nothing follows the go-away frame.
    } else {
      raw.write(frame);
    }
  }

  void flush() {
    raw.flush();
  }

  ByteBuf encode(YamuxFrame frame) {
    ByteBuf bytes = raw.alloc().ioBuffer(YamuxFrame.HEADER_BYTES);
    frame.write(bytes);
    return bytes;
  }

  /// Runs that on the session's event loop, at once if this is it.
  ///
  /// @return false if the loop has stopped, and the raw connection with it
  boolean onLoop(Runnable task) {
    try {
      if (raw.eventLoop().inEventLoop()) {
        task.run();
      } else {
        raw.eventLoop().execute(task);
      }
      return true;
    } catch (RejectedExecutionException gone) {
      return false;
    }
  }

  /// Runs that later on the session's event loop.
  Runnable schedule(Runnable task, Duration delay) {
    var timer = raw.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(/* mayInterruptIfRunning= */ false);
  }
}
