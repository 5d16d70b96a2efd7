package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.util.internal.StringUtil;
import java.net.SocketAddress;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One stream of a session as a Netty channel: gRPC uses it as it uses a socket.
///
/// It may run on another event loop than its session; on the same one it saves two hops a message.
/// Reading less is felt by the other side: it may send no more than the window. Closing sends FIN;
/// what was written and not yet sent is lost then, as with Netty's sockets.
public final class YamuxStreamChannel extends AbstractChannel {
  private static final ChannelMetadata METADATA = new ChannelMetadata(/* hasDisconnect= */ false);
  private static final int MAX_READS_AT_ONCE = 16;

  private enum State {
    NEW,
    ACTIVE,
    CLOSED
  }

  private final YamuxSession session;
  private final YamuxGate gate;
  private final YamuxChannelConfig config;
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final AtomicBoolean waitsForConnection = new AtomicBoolean();
  private volatile @Nullable YamuxFlow flow;
  private volatile @Nullable EventLoop loop;

  // What follows belongs to the event loop.
  private @Nullable ChannelPromise connecting;
  private boolean readPending;
  private boolean reading;
  private boolean resumeScheduled;
  private boolean inputEnded;

  private YamuxStreamChannel(YamuxSession session, YamuxGate gate, @Nullable YamuxFlow flow) {
    super(/* parent= */ null);
    this.session = session;
    this.gate = gate;
    this.flow = flow;
    this.config = new YamuxChannelConfig(this, this::clearReadPending);
  }

  /// A stream that a connect will open.
  static YamuxStreamChannel outgoing(YamuxSession session, YamuxGate gate) {
    return new YamuxStreamChannel(session, gate, null);
  }

  /// A stream that the other side has opened; its registration accepts it.
  static YamuxStreamChannel incoming(YamuxSession session, YamuxFlow flow) {
    return new YamuxStreamChannel(session, YamuxGate.OPEN, flow);
  }

  /// The session that it is part of.
  public YamuxSession session() {
    return session;
  }

  /// Its number: odd if the session's client opened it, even if the server did; 0 as long as it is
  /// not open.
  public long streamId() {
    YamuxFlow current = flow;
    return current == null ? 0 : Integer.toUnsignedLong(current.streamId());
  }

  /// Resets the stream. The other side's reads and writes fail. For a stream that nobody takes, and
  /// that is therefore on no event loop, this is the only way to end it; any thread may do so.
  public void refuse() {
    YamuxFlow current = flow;
    if (state.compareAndSet(State.NEW, State.CLOSED)) {
      if (current != null) {
        current.dropReader();
        session.reset(current);
      }
    } else if (current != null) {
      session.reset(current);
      wake();
    }
  }

  /// Sends FIN: no more bytes from this side, but it goes on reading. The other side sees the end
  /// of its input; unless it has `ALLOW_HALF_CLOSURE` it closes its channel then.
  public ChannelFuture shutdownOutput() {
    ChannelPromise promise = newPromise();
    if (eventLoop().inEventLoop()) {
      streamUnsafe().shutdownOutput(promise);
    } else {
      eventLoop().execute(() -> streamUnsafe().shutdownOutput(promise));
    }
    return promise;
  }

  /// The session has news for this stream: bytes, room, or its end. Any thread.
  void wake() {
    EventLoop current = loop;
    if (current == null) {
      abandonIfFailed();
      return;
    }
    if (current.inEventLoop()) {
      resume();
      return;
    }
    try {
      current.execute(this::resume);
    } catch (RejectedExecutionException gone) {
      YamuxFlow orphaned = flow;
      if (orphaned != null) {
        orphaned.dropReader();
      }
    }
  }

  /// For a stream that nobody has taken yet. Whoever takes it later finds it closed; if that
  /// happens just now, its registration looks at the failure.
  private void abandonIfFailed() {
    YamuxFlow current = flow;
    if (current != null
        && current.failure() != null
        && state.compareAndSet(State.NEW, State.CLOSED)) {
      current.dropReader();
    }
  }

  private void resume() {
    resumeScheduled = false;
    if (state.get() == State.CLOSED) {
      closeSilently(); // It was refused before it was registered.
      return;
    }
    YamuxFlow current = flow;
    if (current == null || !isActive()) {
      return;
    }
    readNow(current);
    YamuxException failure = current.failure();
    if (failure != null && isOpen()) {
      if (!session.isClosedHere()) {
        pipeline().fireExceptionCaught(YamuxException.forChannel(failure));
      }
      closeSilently();
    } else if (isActive()) {
      streamUnsafe().resumeWriting();
    }
  }

  private void closeSilently() {
    unsafe().close(unsafe().voidPromise());
  }

  private void readNow(YamuxFlow current) {
    if (reading || !readPending || inputEnded || !current.readable()) {
      return;
    }
    reading = true;
    readPending = false;
    int reads = 0;
    ByteBuf next = current.take();
    while (next != null) {
      pipeline().fireChannelRead(next);
      reads++;
      boolean more = reads < MAX_READS_AT_ONCE && config.isAutoRead() && isActive();
      next = more ? current.take() : null;
    }
    session.grant(current);
    if (reads > 0) {
      pipeline().fireChannelReadComplete();
    }
    reading = false;
    if (current.atEnd() && isActive() && !inputEnded) {
      endInput();
    } else if (readPending && current.readable()) {
      scheduleResume();
    }
  }

  private void endInput() {
    inputEnded = true;
    if (config.allowsHalfClosure()) {
      pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
      pipeline().fireUserEventTriggered(ChannelInputShutdownReadComplete.INSTANCE);
    } else {
      closeSilently();
    }
  }

  private void clearReadPending() {
    EventLoop current = loop;
    if (current == null) {
      return;
    }
    if (current.inEventLoop()) {
      readPending = false;
    } else {
      current.execute(() -> readPending = config.isAutoRead() && readPending);
    }
  }

  @Override
  protected void doBeginRead() {
    readPending = true;
    YamuxFlow current = flow;
    if (current != null && current.readable() && !inputEnded) {
      scheduleResume();
    }
  }

  private void scheduleResume() {
    if (!resumeScheduled) {
      resumeScheduled = true;
      eventLoop().execute(this::resume);
    }
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer in) throws Exception {
    YamuxFlow current = flow;
    if (current == null) {
      return;
    }
    // A flush may make room on the connection and wake us, which is lost in the middle of a write:
    // so it is over only when nothing could be written after the last flush.
    while (writeFrames(current, in)) {
      session.flush();
    }
  }

  private boolean writeFrames(YamuxFlow current, ChannelOutboundBuffer in) throws Exception {
    boolean wrote = false;
    while (!in.isEmpty() && session.mayWrite(this) && writeFrame(current, in)) {
      wrote = true;
    }
    return wrote;
  }

  /// Sends as much as one frame and the window hold.
  ///
  /// @return false if that is nothing: a window update continues
  private boolean writeFrame(YamuxFlow current, ChannelOutboundBuffer in) throws Exception {
    if (((ByteBuf) in.current()).isReadable()) {
      int room = current.takeRoom(session.config().maxFrameBytes());
      if (room == 0) {
        return false;
      }
      YamuxOutgoing outgoing = new YamuxOutgoing(alloc(), room);
      in.forEachFlushedMessage(outgoing::add);
      current.returnRoom(room - outgoing.length());
      session.write(outgoing.frame(current.streamId()));
      in.removeBytes(outgoing.length());
    } else {
      in.remove();
    }
    return true;
  }

  @Override
  protected Object filterOutboundMessage(Object message) {
    if (message instanceof ByteBuf) {
      return message;
    }
    throw new UnsupportedOperationException(
        "a stream takes ByteBuf only: " + StringUtil.simpleClassName(message));
  }

  /// Whether the stream is to wait for the connection; false if it does already.
  boolean beginWaiting() {
    return waitsForConnection.compareAndSet(false, true);
  }

  void endWaiting() {
    waitsForConnection.set(false);
  }

  /// The stream's state; null as long as it is not open.
  @Nullable YamuxFlow flow() {
    return flow;
  }

  /// The session gives the stream its number, before any of its frames.
  void begin(YamuxFlow opened) {
    flow = opened;
  }

  /// The opening is on the wire, or failed.
  ///
  /// @param failure null if it is on the wire
  void opened(@Nullable Throwable failure) {
    EventLoop current = eventLoop();
    try {
      current.execute(() -> streamUnsafe().finishConnect(failure));
    } catch (RejectedExecutionException gone) {
      refuse();
    }
  }

  @Override
  protected void doRegister(ChannelPromise promise) {
    loop = eventLoop();
    YamuxFlow incoming = flow;
    if (incoming != null && state.compareAndSet(State.NEW, State.ACTIVE)) {
      session.acknowledge(incoming);
    }
    promise.setSuccess();
    // What came before its registration.
    scheduleResume();
  }

  @Override
  protected void doShutdownOutput() {
    YamuxFlow current = flow;
    if (current != null) {
      session.end(current);
    }
  }

  @Override
  protected void doClose() {
    State before = state.getAndSet(State.CLOSED);
    YamuxFlow current = flow;
    if (current != null) {
      current.dropReader();
      if (before == State.NEW) {
        session.reset(current);
      } else {
        session.leave(current);
      }
    }
    ChannelPromise waiting = connecting;
    if (waiting != null) {
      connecting = null;
      waiting.tryFailure(new ClosedChannelException());
    }
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  protected void doBind(SocketAddress address) {
    throw new UnsupportedOperationException("a stream has no address of its own");
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new StreamUnsafe();
  }

  private StreamUnsafe streamUnsafe() {
    return (StreamUnsafe) unsafe();
  }

  @Override
  protected boolean isCompatible(EventLoop eventLoop) {
    return true; // A stream has no socket, so any loop will do.
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return remoteAddress0();
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    return flow == null ? null : session.streamAddress(streamId());
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return state.get() != State.CLOSED;
  }

  @Override
  public boolean isActive() {
    return state.get() == State.ACTIVE;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  private final class StreamUnsafe extends AbstractUnsafe {
    @Override
    public void connect(
        SocketAddress remote, @Nullable SocketAddress local, ChannelPromise promise) {
      if (!promise.setUncancellable() || !ensureOpen(promise)) {
        return;
      }
      if (!(remote instanceof YamuxAddress)) {
        safeSetFailure(promise, new UnsupportedAddressTypeException());
      } else if (connecting != null) {
        safeSetFailure(promise, new ConnectionPendingException());
      } else if (flow != null) {
        safeSetFailure(promise, new AlreadyConnectedException());
      } else {
        connecting = promise;
        session.open(YamuxStreamChannel.this, gate);
      }
    }

    private void finishConnect(@Nullable Throwable failure) {
      ChannelPromise promise = connecting;
      connecting = null;
      if (failure != null) {
        if (promise != null) {
          promise.tryFailure(YamuxException.forChannel(failure));
        }
        closeIfOpen();
      } else if (state.compareAndSet(State.NEW, State.ACTIVE)) {
        if (promise != null) {
          promise.trySuccess();
        }
        pipeline().fireChannelActive();
        resume();
      } else {
        refuse(); // It was closed while it was opened.
      }
    }

    private void closeIfOpen() {
      if (isOpen()) {
        close(voidPromise());
      }
    }

    private void resumeWriting() {
      flush0();
    }
  }
}
