package basics;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.ServerChannel;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.nio.AbstractNioMessageChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Netty's view of a socket that is bound already. Netty's own channels insist on binding it
/// themselves.
final class BoundServerChannel extends AbstractNioMessageChannel implements ServerChannel {
  private static final ChannelMetadata METADATA = new ChannelMetadata(/* hasDisconnect= */ false);

  private final Network network;
  private final ChannelConfig config = new Config();
  private volatile boolean active;

  BoundServerChannel(Network network, ServerSocketChannel socket) {
    super(null, socket, SelectionKey.OP_ACCEPT);
    this.network = network;
  }

  @Override
  protected ServerSocketChannel javaChannel() {
    return (ServerSocketChannel) super.javaChannel();
  }

  @Override
  protected void doBind(SocketAddress asked) {
    active = true;
  }

  @Override
  protected int doReadMessages(List<Object> connections) throws IOException {
    SocketChannel connection = javaChannel().accept();
    if (connection == null) {
      return 0;
    }
    connections.add(
        switch (network) {
          case UNIX -> new NioDomainSocketChannel(this, connection);
          case TCP -> new NioSocketChannel(this, connection);
        });
    return 1;
  }

  @Override
  protected void doClose() throws Exception {
    super.doClose();
    javaChannel().close();
  }

  @Override
  public boolean isActive() {
    return active && isOpen();
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    try {
      return javaChannel().getLocalAddress();
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    return null;
  }

  @Override
  protected boolean doWriteMessage(Object message, ChannelOutboundBuffer buffer) {
    throw new UnsupportedOperationException("a listening socket does not write");
  }

  @Override
  protected boolean doConnect(SocketAddress remote, SocketAddress local) {
    throw new UnsupportedOperationException("a listening socket does not connect");
  }

  @Override
  protected void doFinishConnect() {
    throw new UnsupportedOperationException("a listening socket does not connect");
  }

  @Override
  protected void doDisconnect() {
    throw new UnsupportedOperationException("a listening socket does not disconnect");
  }

  private final class Config extends DefaultChannelConfig {
    Config() {
      super(BoundServerChannel.this, new ServerChannelRecvByteBufAllocator());
    }

    @Override
    public <T> boolean setOption(ChannelOption<T> option, T value) {
      // The backlog was given when the socket was bound.
      return ChannelOption.SO_BACKLOG.equals(option) || super.setOption(option, value);
    }

    @Override
    protected void autoReadCleared() {
      clearReadPending();
    }
  }
}
