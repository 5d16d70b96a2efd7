package probe;

import basics.MagicCookie;
import lifecycle.HandshakeConfig;

/// What the hosts and plugins of the interop runs agree on, in every language.
final class Agreement {
  /// The lessons' cookie. Versions come from the sets.
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("COURSE_PLUGIN", "calculator"));

  /// The names by which a host dispenses. They never cross the wire.
  static final String CALCULATOR = "calculator";

  static final String PROBE = "probe";

  private Agreement() {}
}
