package lifecycle;

import basics.HandshakeException;
import java.time.Duration;

/// Why a launched process did not become a usable plugin. A closed set.
public sealed interface StartFailure {
  /// It printed no line in time. It was killed.
  record TimedOut(Duration timeout) implements StartFailure {}

  /// It ended without a line.
  record ExitedEarly(ExitStatus status) implements StartFailure {}

  /// Its first line is no handshake line. It was killed.
  record Garbage(String line, HandshakeException cause) implements StartFailure {}
}
