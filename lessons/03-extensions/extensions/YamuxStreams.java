package extensions;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The streams of a session, from SYN to the last FIN. All of it runs on the session's event loop.
final class YamuxStreams {
  private static final Logger LOG = LoggerFactory.getLogger(YamuxStreams.class);

  /// An opening that passed its gate.
  private record Opening(YamuxStreamChannel stream, Runnable leaveGate) {
    void finish(@Nullable Throwable failure) {
      leaveGate.run();
      stream.opened(failure);
    }
  }

  private final YamuxSession session;
  private final YamuxAcceptor acceptor;

  /// The last bit of the numbers of our streams.
  private final int parity;

  private final Map<Integer, YamuxStreamChannel> live = new HashMap<>();
  private final Map<Integer, Runnable> closeTimers = new HashMap<>();

  /// Our streams without ACK, each with what cancels its timer.
  private final Map<Integer, Runnable> unacknowledged = new HashMap<>();

  /// The other side's streams that nobody has taken yet.
  private final Set<Integer> unaccepted = new HashSet<>();

  private final Queue<Opening> waitingOpenings = new ArrayDeque<>();
  private final Set<YamuxStreamChannel> touched = new LinkedHashSet<>();
  private long nextId;
  private boolean refusing;
  private boolean openingNoMore;
  private @Nullable YamuxException end;
  private volatile int count;

  YamuxStreams(YamuxSession session, boolean client, YamuxAcceptor acceptor) {
    this.session = session;
    this.acceptor = acceptor;
    this.nextId = client ? 1 : 2;
    this.parity = client ? 1 : 0;
  }

  int count() {
    return count;
  }

  // --- Streams that this side opens
  // ----------------------------------------------------------------

  /// Opens a stream, or lets it wait until the other side has acknowledged some of those before.
  ///
  /// @param leave null if the gate refused
  /// @param refusal null if the gate did not refuse
  void open(YamuxStreamChannel stream, @Nullable Runnable leave, @Nullable Throwable refusal) {
    if (leave == null) {
      Throwable cause = refusal instanceof CompletionException ? refusal.getCause() : refusal;
      stream.opened(cause == null ? YamuxException.ended("the gate let nobody in") : cause);
      return;
    }
    waitingOpenings.add(new Opening(stream, leave));
    openWaiting();
  }

  private void openWaiting() {
    while (end != null
        || openingNoMore
        || unacknowledged.size() < session.config().acceptBacklog()) {
      Opening next = waitingOpenings.poll();
      if (next == null) {
        return;
      }
      next.finish(refusalOr(next));
    }
  }

  /// Opens the stream if that is possible.
  ///
  /// @return why not; null if it was opened
  private @Nullable YamuxException refusalOr(Opening opening) {
    if (end != null) {
      return end;
    }
    if (openingNoMore) {
      return YamuxException.ended("the other side takes no more streams (go-away)");
    }
    if (nextId > 0xFFFF_FFFDL) {
      return YamuxException.ended("the session has used all numbers of streams");
    }
    if (!opening.stream().isOpen()) {
      passOver((int) nextId);
      nextId += 2;
      return YamuxException.ended("the stream was closed before it was opened");
    }
    begin(opening.stream(), (int) nextId);
    nextId += 2;
    return null;
  }

  private void begin(YamuxStreamChannel stream, int id) {
    YamuxFlow flow = new YamuxFlow(id, session.config().windowBytes());
    stream.begin(flow);
    put(id, stream);
    unacknowledged.put(
        id, session.schedule(() -> openTimedOut(flow), session.config().openTimeout()));
    session.write(YamuxFrame.windowUpdate(id, YamuxFrame.SYN, flow.firstWindowUpdate()));
    session.flush();
  }

  /// The gate has let through a stream that is closed by now. Whoever keeps the gate expects one
  /// stream: without it, the next would be taken for this one.
  private void passOver(int id) {
    session.write(YamuxFrame.windowUpdate(id, YamuxFrame.SYN, 0));
    session.write(YamuxFrame.windowUpdate(id, YamuxFrame.RST, 0));
    session.flush();
  }

  /// The other side does not answer at all, so the session ends (yamux: setOpenTimeout).
  private void openTimedOut(YamuxFlow flow) {
    session.fail(
        YamuxException.failed(
            "%s was not accepted within %s".formatted(flow, session.config().openTimeout()), null));
  }

  /// The other side takes no more streams.
  void openNoMore() {
    openingNoMore = true;
    openWaiting();
  }

  // --- Streams that the other side opens
  // -----------------------------------------------------------

  void refuseFromNowOn() {
    refusing = true;
  }

  /// A SYN.
  ///
  /// @return false if the stream is to be reset
  boolean incoming(int id) {
    if ((id & 1) == parity || live.containsKey(id)) {
      throw YamuxException.protocol(
          "SYN for stream %s, which is %s"
              .formatted(
                  Integer.toUnsignedString(id),
                  live.containsKey(id) ? "open already" : "a number of this side"));
    }
    if (refusing || end != null || unaccepted.size() >= session.config().acceptBacklog()) {
      return false;
    }
    YamuxStreamChannel stream =
        YamuxStreamChannel.incoming(session, new YamuxFlow(id, session.config().windowBytes()));
    put(id, stream);
    unaccepted.add(id);
    offer(stream);
    return true;
  }

  private void offer(YamuxStreamChannel stream) {
    try {
      acceptor.accept(stream);
    } catch (RuntimeException e) {
      LOG.warn("stream {} is refused, its acceptor failed", stream.streamId(), e);
      stream.refuse();
    }
  }

  void accepted(YamuxFlow flow) {
    unaccepted.remove(flow.streamId());
  }

  // --- Frames
  // --------------------------------------------------------------------------------------

  void begin(YamuxFrame frame) {
    int id = frame.streamId();
    YamuxStreamChannel stream = live.get(id);
    YamuxFlow flow = stream == null ? null : stream.flow();
    if (stream == null || flow == null) {
      checkWasOpened(id);
      return; // We closed or reset it, and the other side did not know yet.
    }
    if (frame.has(YamuxFrame.ACK)) {
      acknowledged(id);
    }
    if (frame.type() == YamuxFrameType.DATA) {
      flow.announce(frame.length());
    } else {
      flow.addRoom(frame.length());
      touched.add(stream);
    }
    if (frame.has(YamuxFrame.RST)) {
      flow.fail(YamuxException.ended(flow + " was reset by the other side"));
      touched.add(stream);
      remove(id);
    }
  }

  private void checkWasOpened(int id) {
    if ((id & 1) == parity && Integer.toUnsignedLong(id) >= nextId) {
      throw YamuxException.protocol(
          "a frame for stream %s, which was never opened".formatted(Integer.toUnsignedString(id)));
    }
  }

  private void acknowledged(int id) {
    if ((id & 1) != parity) {
      throw YamuxException.protocol(
          "ACK for stream %s of the other side".formatted(Integer.toUnsignedString(id)));
    }
    Runnable cancelTimer = unacknowledged.remove(id);
    if (cancelTimer != null) {
      cancelTimer.run();
      openWaiting();
    }
  }

  void payload(YamuxFrame frame, ByteBuf payload) {
    YamuxStreamChannel stream = live.get(frame.streamId());
    YamuxFlow flow = stream == null ? null : stream.flow();
    if (stream != null && flow != null) {
      flow.receive(payload, session.raw().alloc());
      touched.add(stream);
    }
  }

  void wakeTouched() {
    if (!touched.isEmpty()) {
      List<YamuxStreamChannel> woken = new ArrayList<>(touched);
      touched.clear();
      woken.forEach(YamuxStreamChannel::wake);
    }
  }

  // --- The end
  // -------------------------------------------------------------------------------------

  void endedThere(int id) {
    YamuxStreamChannel stream = live.get(id);
    YamuxFlow flow = stream == null ? null : stream.flow();
    if (stream != null && flow != null) {
      flow.endRemote();
      touched.add(stream);
      endedHere(flow);
    }
  }

  /// Our FIN is on its way. If the other side's is here the stream is forgotten.
  void endedHere(YamuxFlow flow) {
    if (flow.over()) {
      remove(flow.streamId());
    }
  }

  /// Nobody uses the stream any more on this side.
  void left(YamuxFlow flow) {
    int id = flow.streamId();
    Runnable openTimer = unacknowledged.get(id);
    if (openTimer != null) {
      openTimer.run(); // Whether it is ever accepted is no sign of life any more.
    }
    if (live.containsKey(id) && !closeTimers.containsKey(id)) {
      closeTimers.put(
          id, session.schedule(() -> session.reset(flow), session.config().closeTimeout()));
    }
  }

  void remove(int id) {
    live.remove(id);
    count = live.size();
    unaccepted.remove(id);
    Runnable closeTimer = closeTimers.remove(id);
    if (closeTimer != null) {
      closeTimer.run();
    }
    Runnable openTimer = unacknowledged.remove(id);
    if (openTimer != null) {
      openTimer.run();
      openWaiting();
    }
  }

  private void put(int id, YamuxStreamChannel stream) {
    live.put(id, stream);
    count = live.size();
  }

  /// The session ends, and with it all of them.
  void end(YamuxException cause) {
    end = cause;
    for (YamuxStreamChannel stream : List.copyOf(live.values())) {
      YamuxFlow flow = stream.flow();
      if (flow != null) {
        flow.fail(cause);
        remove(flow.streamId());
      }
      touched.add(stream);
    }
    // Those too that ended just before: their last bytes may still wait.
    wakeTouched();
    openWaiting();
  }
}
