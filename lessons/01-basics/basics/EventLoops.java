package basics;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/// The threads that move bytes between sockets and gRPC.
final class EventLoops {
  private static final long STOP_TIMEOUT_MILLIS = 2_000;

  private EventLoops() {}

  static EventLoopGroup start(int threads) {
    return new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
  }

  /// Ends the threads; waits at most two seconds for it.
  static void stop(EventLoopGroup loops) {
    loops
        .shutdownGracefully(0, STOP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_TIMEOUT_MILLIS);
  }
}
