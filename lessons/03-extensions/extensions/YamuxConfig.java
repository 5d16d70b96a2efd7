package extensions;

import java.time.Duration;

/// The limits of a session. The defaults are those of hashicorp/yamux, which go-plugin uses.
///
/// @param acceptBacklog how many streams may wait for their acceptance, and how many of our own may
///   wait for the other side's; 1 or more. The other side's next stream is reset, our own waits.
/// @param windowBytes how many bytes of a stream are held for a reader that does not read; at least
///   [#INITIAL_WINDOW_BYTES]
/// @param maxFrameBytes the longest payload that we send; 1 or more. We take any length that fits
///   the window.
/// @param keepAliveInterval how often the other side is asked whether it lives
/// @param writeTimeout how long the connection may take nothing more, and how long the answer to a
///   ping may take; then the session ends
/// @param openTimeout how long the acceptance of a stream may take; then the session ends
/// @param closeTimeout how long after our own end of a stream the other side's may take; then the
///   stream is reset
public record YamuxConfig(
    int acceptBacklog,
    int windowBytes,
    int maxFrameBytes,
    Duration keepAliveInterval,
    Duration writeTimeout,
    Duration openTimeout,
    Duration closeTimeout) {
  /// The window that a stream begins with, on either side: 256 KiB.
  public static final int INITIAL_WINDOW_BYTES = 256 * 1024;

  /// @throws IllegalArgumentException if a number is too small or a duration not positive
  public YamuxConfig {
    atLeast("acceptBacklog", acceptBacklog, 1);
    atLeast("windowBytes", windowBytes, INITIAL_WINDOW_BYTES);
    atLeast("maxFrameBytes", maxFrameBytes, 1);
    positive("keepAliveInterval", keepAliveInterval);
    positive("writeTimeout", writeTimeout);
    positive("openTimeout", openTimeout);
    positive("closeTimeout", closeTimeout);
  }

  /// Backlog 256, window 256 KiB, frames of 32 KiB, a ping each 30 s, write timeout 10 s, open
  /// timeout 75 s, close timeout 5 min.
  public static YamuxConfig standard() {
    return new YamuxConfig(
        256,
        INITIAL_WINDOW_BYTES,
        32 * 1024,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(75),
        Duration.ofMinutes(5));
  }

  /// The same with another backlog.
  public YamuxConfig withAcceptBacklog(int streams) {
    return new YamuxConfig(
        streams,
        windowBytes,
        maxFrameBytes,
        keepAliveInterval,
        writeTimeout,
        openTimeout,
        closeTimeout);
  }

  /// The same with another window.
  public YamuxConfig withWindowBytes(int bytes) {
    return new YamuxConfig(
        acceptBacklog,
        bytes,
        maxFrameBytes,
        keepAliveInterval,
        writeTimeout,
        openTimeout,
        closeTimeout);
  }

  /// The same with another length of frames.
  public YamuxConfig withMaxFrameBytes(int bytes) {
    return new YamuxConfig(
        acceptBacklog,
        windowBytes,
        bytes,
        keepAliveInterval,
        writeTimeout,
        openTimeout,
        closeTimeout);
  }

  /// The same with other times for pings and writes.
  public YamuxConfig withKeepAlive(Duration interval, Duration timeout) {
    return new YamuxConfig(
        acceptBacklog, windowBytes, maxFrameBytes, interval, timeout, openTimeout, closeTimeout);
  }

  /// The same with another time for the acceptance of streams.
  public YamuxConfig withOpenTimeout(Duration timeout) {
    return new YamuxConfig(
        acceptBacklog,
        windowBytes,
        maxFrameBytes,
        keepAliveInterval,
        writeTimeout,
        timeout,
        closeTimeout);
  }

  /// The same with another time for the end of streams.
  public YamuxConfig withCloseTimeout(Duration timeout) {
    return new YamuxConfig(
        acceptBacklog,
        windowBytes,
        maxFrameBytes,
        keepAliveInterval,
        writeTimeout,
        openTimeout,
        timeout);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException("%s < %d: %d".formatted(name, least, value));
    }
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException("%s <= 0: %s".formatted(name, value));
    }
  }
}
