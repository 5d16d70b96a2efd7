package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/// The session's ear on the raw connection. It always reads: what a stream's reader does not take
/// is bounded by its window, so one slow stream never stops the others.
final class YamuxRawHandler extends ChannelInboundHandlerAdapter implements YamuxFrameReader.Sink {
  /// How many answers to pings and refused streams may wait for a peer that asks and does not read.
  private static final int MAX_WAITING_ANSWERS = 4096;

  private static final int ANSWERS_PER_FLUSH = 256;

  private final YamuxSession session;
  private final YamuxStreams streams;
  private final YamuxPings pings;
  private final YamuxFrameReader reader = new YamuxFrameReader(this);
  private int waitingAnswers;
  private @Nullable Runnable writeTimer;

  YamuxRawHandler(YamuxSession session, YamuxStreams streams, YamuxPings pings) {
    this.session = session;
    this.streams = streams;
    this.pings = pings;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.channel().isActive()) {
      pings.start();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    pings.start();
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (session.isOpen()) {
        reader.read((ByteBuf) message);
      }
    } catch (YamuxException e) {
      session.fail(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    streams.wakeTouched();
    session.flush();
  }

  @Override
  public void begin(YamuxFrame frame) {
    switch (frame.type()) {
      case DATA, WINDOW_UPDATE -> beginStreamFrame(frame);
      case PING -> answerPing(frame);
      case GO_AWAY -> goAway(YamuxGoAway.of(frame.length()));
    }
  }

  private void beginStreamFrame(YamuxFrame frame) {
    if (frame.has(YamuxFrame.SYN) && !streams.incoming(frame.streamId())) {
      answer(YamuxFrame.windowUpdate(frame.streamId(), YamuxFrame.RST, 0));
    } else {
      streams.begin(frame);
    }
  }

  private void answerPing(YamuxFrame frame) {
    if (frame.has(YamuxFrame.SYN)) {
      answer(YamuxFrame.ping(YamuxFrame.ACK, frame.length()));
    } else {
      pings.answered(frame.length());
    }
  }

  private void answer(YamuxFrame frame) {
    if (!session.isOpen()) {
      return;
    }
    waitingAnswers++;
    ChannelFuture written = session.raw().write(session.encode(frame));
    written.addListener(done -> waitingAnswers--);
    if (waitingAnswers % ANSWERS_PER_FLUSH == 0) {
      session.flush();
    }
    if (waitingAnswers >= MAX_WAITING_ANSWERS) {
      throw YamuxException.protocol(
          "%d answers wait for a peer that asks and does not read".formatted(waitingAnswers));
    }
  }

  private void goAway(YamuxGoAway reason) {
    if (reason != YamuxGoAway.NORMAL) {
      throw YamuxException.ended("the other side has ended the session: " + reason);
    }
    streams.openNoMore();
  }

  @Override
  public void payload(YamuxFrame frame, ByteBuf payload) {
    streams.payload(frame, payload);
  }

  @Override
  public void end(YamuxFrame frame) {
    if (frame.has(YamuxFrame.FIN)) {
      streams.endedThere(frame.streamId());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      cancelWriteTimer();
      session.wakeWaiting();
    } else if (writeTimer == null && session.isOpen()) {
      writeTimer = session.schedule(this::writeTimedOut, session.config().writeTimeout());
    }
  }

  private void writeTimedOut() {
    session.fail(
        YamuxException.failed(
            "the other side has read nothing for " + session.config().writeTimeout(), null));
  }

  private void cancelWriteTimer() {
    Runnable timer = writeTimer;
    if (timer != null) {
      timer.run();
      writeTimer = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancelWriteTimer();
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    session.fail(YamuxException.failed("the connection failed: " + cause.getMessage(), cause));
  }
}
