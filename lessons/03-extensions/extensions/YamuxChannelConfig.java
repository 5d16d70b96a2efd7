package extensions;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultChannelConfig;
import java.util.Map;
import java.util.Set;

/// The options of our channels: Netty's common ones and `ALLOW_HALF_CLOSURE`.
///
/// gRPC sets options of sockets on any channel. They say nothing of a stream, so they are taken and
/// ignored; Netty would warn of each on stderr.
final class YamuxChannelConfig extends DefaultChannelConfig {
  private static final Set<ChannelOption<?>> IGNORED =
      Set.of(ChannelOption.SO_KEEPALIVE, ChannelOption.SO_BACKLOG, ChannelOption.TCP_NODELAY);

  private final Runnable autoReadCleared;
  private volatile boolean allowHalfClosure;

  /// @param autoReadCleared runs when automatic reading is switched off, on any thread
  YamuxChannelConfig(Channel channel, Runnable autoReadCleared) {
    super(channel);
    this.autoReadCleared = autoReadCleared;
  }

  boolean allowsHalfClosure() {
    return allowHalfClosure;
  }

  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    if (option.equals(ChannelOption.ALLOW_HALF_CLOSURE)) {
      allowHalfClosure = (Boolean) value;
      return true;
    }
    return IGNORED.contains(option) || super.setOption(option, value);
  }

  @Override
  @SuppressWarnings("unchecked") // the option's own type is Boolean
  public <T> T getOption(ChannelOption<T> option) {
    if (option.equals(ChannelOption.ALLOW_HALF_CLOSURE)) {
      return (T) Boolean.valueOf(allowHalfClosure);
    }
    return super.getOption(option);
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return getOptions(super.getOptions(), ChannelOption.ALLOW_HALF_CLOSURE);
  }

  @Override
  protected void autoReadCleared() {
    autoReadCleared.run();
  }
}
