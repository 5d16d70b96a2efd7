package lifecycle;

/// The TCP ports that a host allows its plugins (go-plugin: `MinPort`, `MaxPort`). Only a plugin
/// that listens on TCP looks at them.
///
/// @param min the first port to try, 0 to 65535; 0 and 0 let the system choose
/// @param max the last port to try, not below `min`
public record PortRange(int min, int max) {
  /// go-plugin's own: 10000 to 25000.
  public static final PortRange DEFAULT = new PortRange(10_000, 25_000);

  /// @throws IllegalArgumentException if the range is empty or leaves 0 to 65535
  public PortRange {
    if (min < 0 || max > 65_535 || min > max) {
      throw new IllegalArgumentException("not a range of ports: " + min + " to " + max);
    }
  }
}
