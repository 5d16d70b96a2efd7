package replicas;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lifecycle.ServiceSet;
import security.TlsConfig;

/// What one replica of a plugin serves, and where. Immutable.
///
/// @param plugin the plugin's name in etcd and in its certificate
/// @param id the replica's name among those of its plugin: 1 to 100 letters, digits, `.`, `_`, `-`
/// @param version the version of the application's protocol that it serves, 1 or more
/// @param services what it offers, as a plugin of one machine does
/// @param listen the address to listen at; port 0 lets the system choose
/// @param advertised the IP address that hosts connect to, if it is another than `listen`'s, such
///   as when it listens at all of its machine's (`0.0.0.0`)
/// @param etcd the members of the etcd cluster, such as `http://127.0.0.1:2379`
/// @param tls the replica's own certificate, and the authority that it trusts
/// @param lease how long hosts look for it after it died; 2 seconds or more, as etcd has it
public record ReplicaConfig(
    String plugin,
    String id,
    int version,
    ServiceSet services,
    InetSocketAddress listen,
    Optional<String> advertised,
    List<URI> etcd,
    TlsConfig tls,
    Duration lease) {
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if the id, the version or the lease is not as said, or the
  ///   TLS would let in anyone
  public ReplicaConfig {
    Replica.requireId(id);
    etcd = List.copyOf(etcd);
    if (version < 1) {
      throw new IllegalArgumentException("version %d, expected 1 or more".formatted(version));
    }
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "a lease of %s, expected %s or more".formatted(lease, SHORTEST_LEASE));
    }
    if (tls.trusted().isEmpty()) {
      throw new IllegalArgumentException(
          "a replica that trusts no authority lets in anyone: add TlsConfig.trusting");
    }
  }
}
