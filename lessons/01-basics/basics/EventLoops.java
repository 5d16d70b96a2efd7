package basics;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/// The threads that move bytes between sockets and gRPC.
public final class EventLoops {
  private static final long STOP_TIMEOUT_MILLIS = 2_000;

  private EventLoops() {}

  /// Makes threads; each starts with its first work. The caller stops them.
  ///
  /// @param threads how many, 1 or more
  public static EventLoopGroup start(int threads) {
    return new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
  }

  /// Ends the threads; waits at most two seconds for it.
  public static void stop(EventLoopGroup loops) {
    loops
        .shutdownGracefully(0, STOP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_TIMEOUT_MILLIS);
  }
}
