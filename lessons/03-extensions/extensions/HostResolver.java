package extensions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host. Those who write a test, or have a resolver of their own,
/// implement it.
@FunctionalInterface
public interface HostResolver {
  /// The system's resolver.
  HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// All addresses of a host, in the order in which they are to be tried. May block.
  ///
  /// @param host a name or an address
  /// @return at least one
  /// @throws UnknownHostException if there is none
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
