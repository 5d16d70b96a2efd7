package conformance;

import java.time.Duration;
import org.awaitility.Awaitility;

/// What tests with real processes share.
final class Processes {
  private Processes() {}

  /// To be called after all tests of a class.
  static void assertNoneIsLeft() {
    Awaitility.await("no process is left")
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
  }
}
