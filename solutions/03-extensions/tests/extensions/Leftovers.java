package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.PluginAddress;
import basics.TransportSecurity;
import basics.UnixListener;
import java.time.Duration;
import lifecycle.AddressTranslation;
import lifecycle.HostConnector;
import lifecycle.Trace;

/// What tests of connections share.
final class Leftovers {
  private Leftovers() {}

  /// A host's link to what listens at that address. The caller closes it.
  static HostConnector.Link connect(Way way, PluginAddress address) {
    return way.connector()
        .connect(
            new HostConnector.Target(
                address,
                TransportSecurity.NONE,
                builder -> {},
                AddressTranslation.SAME,
                UnixListener.inTempDirectory(),
                Trace.NONE));
  }

  /// To be called after all tests of a class: no connection and no server has left its threads.
  static void assertNoEventLoops() {
    await("no event loop is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("multiThreadIoEventLoopGroup")));
  }
}
