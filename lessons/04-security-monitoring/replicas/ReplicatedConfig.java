package replicas;

import java.net.URI;
import java.util.List;
import lifecycle.PluginSet;
import security.TlsConfig;

/// How a host finds and uses the replicas of one plugin. Immutable.
///
/// @param plugin the plugin's name in etcd and in its replicas' certificates
/// @param version the version of the application's protocol that the host speaks, 1 or more
/// @param plugins what the host uses of it, as for a plugin on its own machine
/// @param etcd the members of the etcd cluster, such as `http://127.0.0.1:2379`
/// @param tls the host's own certificate, and the authority that it trusts
/// @param calls which calls may be made again
public record ReplicatedConfig(
    String plugin,
    int version,
    PluginSet plugins,
    List<URI> etcd,
    TlsConfig tls,
    CallPolicy calls) {
  /// Copies the list.
  public ReplicatedConfig {
    etcd = List.copyOf(etcd);
  }
}
