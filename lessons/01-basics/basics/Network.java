package basics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The two kinds of socket that go-plugin knows (go-plugin: handshake field 3).
public enum Network {
  /// A Unix domain socket; the address is its path.
  UNIX,
  /// TCP; the address is `host:port`.
  TCP;

  /// The name on the wire, `unix` or `tcp`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The network of that name on the wire; empty if there is none.
  public static Optional<Network> ofWireName(String name) {
    return Arrays.stream(values()).filter(network -> network.wireName().equals(name)).findFirst();
  }
}
