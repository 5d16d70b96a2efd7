package extensions;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a stream gets.
final class YamuxReceived extends ChannelInboundHandlerAdapter {
  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final List<String> events = new ArrayList<>();

  @Override
  public void channelActive(ChannelHandlerContext context) {
    events.add("active");
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    byte[] part = new byte[buffer.readableBytes()];
    buffer.readBytes(part);
    bytes.writeBytes(part);
    buffer.release();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      events.add("end of input");
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    events.add("inactive");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    events.add(String.valueOf(cause.getMessage()));
  }
}
