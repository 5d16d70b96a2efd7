package extensions;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/// The one thread that serves a raw connection, its session and the gRPC ends of its streams.
public final class YamuxLoops implements AutoCloseable {
  private static final long STOP_TIMEOUT_MILLIS = 2_000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  private YamuxLoops() {}

  /// Starts the thread.
  public static YamuxLoops start() {
    return new YamuxLoops();
  }

  /// For [YamuxDialer], [YamuxListener] and gRPC's builders.
  public EventLoopGroup group() {
    return group;
  }

  /// Ends the thread; waits at most two seconds for it. Close what uses it first.
  @Override
  public void close() {
    group
        .shutdownGracefully(0, STOP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_TIMEOUT_MILLIS);
  }
}
