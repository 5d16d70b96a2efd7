package extensions;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a network plugin allows. Immutable.
///
/// @param allowedHosts the hosts that may be asked; an empty list allows none
/// @param allowedPorts ports besides those of `http` (80) and `https` (443)
/// @param allowedAddresses addresses that may be asked although they are private or special
/// @param maxBodyBytes the most bytes of a body, 0 or more
/// @param timeout how long a fetch may take from its beginning to the body's last byte, all
///   redirects included; more than zero
public record WebRules(
    List<HostPattern> allowedHosts,
    Set<Integer> allowedPorts,
    List<AddressRange> allowedAddresses,
    long maxBodyBytes,
    Duration timeout) {
  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if the limit is negative, or the timeout not positive
  public WebRules {
    allowedHosts = List.copyOf(allowedHosts);
    allowedPorts = Set.copyOf(allowedPorts);
    allowedAddresses = List.copyOf(allowedAddresses);
    if (maxBodyBytes < 0) {
      throw new IllegalArgumentException("maxBodyBytes < 0: " + maxBodyBytes);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout <= 0: " + timeout);
    }
  }

  /// Rules for public servers on the usual ports.
  ///
  /// @param hosts as [HostPattern] takes them
  /// @throws IllegalArgumentException if a pattern is none, or as the constructor does
  public static WebRules of(List<String> hosts, long maxBodyBytes, Duration timeout) {
    return new WebRules(
        hosts.stream().map(HostPattern::new).toList(), Set.of(), List.of(), maxBodyBytes, timeout);
  }

  /// These rules with other ports besides 80 and 443.
  public WebRules withPorts(Set<Integer> ports) {
    return new WebRules(allowedHosts, ports, allowedAddresses, maxBodyBytes, timeout);
  }

  /// These rules with other special addresses that are allowed.
  ///
  /// @param ranges as [AddressRange#parse] takes them
  /// @throws IllegalArgumentException if one of them is no range
  public WebRules withAddresses(List<String> ranges) {
    List<AddressRange> parsed = ranges.stream().map(AddressRange::parse).toList();
    return new WebRules(allowedHosts, allowedPorts, parsed, maxBodyBytes, timeout);
  }
}
