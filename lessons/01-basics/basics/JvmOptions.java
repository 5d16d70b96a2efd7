package basics;

import java.util.List;

/// How a plugin's JVM is started.
final class JvmOptions {
  /// A plugin answers soon and is small: the quick compiler, the smallest collector. The JVM's own
  /// messages go to stderr, since its stdout belongs to the handshake line. Netty still uses
  /// `sun.misc.Unsafe`, of which JDK 25 would warn.
  static final List<String> QUICK_START =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private JvmOptions() {}
}
