package extensions;

import io.netty.channel.AbstractServerChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// A gRPC server's way to streams: it takes those that it is given, whatever their session.
///
/// One channel serves one server, once: `NettyServerBuilder.forAddress(channel.address())` with
/// `channelFactory(() -> channel)`.
public final class YamuxServerChannel extends AbstractServerChannel {
  private enum State {
    NEW,
    BOUND,
    CLOSED
  }

  private final YamuxAddress address;
  private final YamuxChannelConfig config = new YamuxChannelConfig(this, () -> {});
  private final Object lock = new Object();
  private final Queue<YamuxStreamChannel> waiting = new ArrayDeque<>();
  private volatile State state = State.NEW;
  private volatile @Nullable EventLoop loop;
  private boolean readPending;

  /// @param name for people; nothing is looked up by it
  public YamuxServerChannel(String name) {
    super();
    this.address = new YamuxAddress(name);
  }

  /// What the server binds to.
  public YamuxAddress address() {
    return address;
  }

  /// Gives the server a stream. Any thread may do so. As long as the server is not started the
  /// stream waits, which a session's backlog bounds; when it is closed the stream is reset.
  public void accept(YamuxStreamChannel stream) {
    boolean kept;
    synchronized (lock) {
      kept = state != State.CLOSED && waiting.add(stream);
    }
    if (kept) {
      schedule();
    } else {
      stream.refuse();
    }
  }

  private void schedule() {
    EventLoop current = loop;
    if (current == null) {
      return; // Its first read looks into the queue.
    }
    try {
      current.execute(this::readNow);
    } catch (RejectedExecutionException gone) {
      refuseAll();
    }
  }

  private void readNow() {
    if (!readPending) {
      return;
    }
    YamuxStreamChannel next = poll();
    if (next == null) {
      return;
    }
    readPending = false;
    while (next != null) {
      pipeline().fireChannelRead(next);
      next = poll();
    }
    pipeline().fireChannelReadComplete();
  }

  private @Nullable YamuxStreamChannel poll() {
    synchronized (lock) {
      waiting.removeIf(stream -> !stream.isOpen()); // Their sessions ended meanwhile.
      return waiting.poll();
    }
  }

  private void refuseAll() {
    List<YamuxStreamChannel> refused;
    synchronized (lock) {
      refused = new ArrayList<>(waiting);
      waiting.clear();
    }
    refused.forEach(YamuxStreamChannel::refuse);
  }

  @Override
  protected void doBeginRead() {
    readPending = true;
    loop = eventLoop();
    schedule();
  }

  @Override
  protected void doBind(SocketAddress asked) {
    state = State.BOUND;
  }

  @Override
  protected void doClose() {
    synchronized (lock) {
      state = State.CLOSED;
    }
    refuseAll();
  }

  @Override
  protected boolean isCompatible(EventLoop eventLoop) {
    return true; // There is no socket, so any loop will do.
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return isActive() ? address : null;
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return state != State.CLOSED;
  }

  @Override
  public boolean isActive() {
    return state == State.BOUND;
  }
}
