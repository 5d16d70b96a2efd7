package replicas;

import basics.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The replicas of one plugin that a host knows, as etcd tells them.
///
/// Whoever can write to etcd can write nonsense: what is no replica is logged and left out, and
/// stops nothing. Not safe for use by many threads.
public final class ReplicaTable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaTable.class);

  private final String prefix;
  private final int version;
  private final Map<String, Replica> replicas = new TreeMap<>();

  /// Values that were complained about, by key.
  private final Map<String, String> refused = new TreeMap<>();

  /// An empty table.
  ///
  /// @param plugin whose replicas
  /// @param version the version of the application's protocol that the host speaks
  public ReplicaTable(String plugin, int version) {
    this.prefix = Replica.prefix(plugin);
    this.version = version;
  }

  /// The replicas that the host can use, by their ids' order.
  public List<Replica> replicas() {
    return List.copyOf(replicas.values());
  }

  /// Takes all that etcd has at one moment; what the table had before is forgotten.
  ///
  /// @param values by key
  public void replace(Map<String, String> values) {
    replicas.clear();
    refused.keySet().retainAll(values.keySet());
    values.forEach((key, value) -> apply(new EtcdWatch.Change(key, Optional.of(value))));
  }

  /// Takes one change.
  ///
  /// A key's last value counts, and it alone: a replica whose value becomes nonsense, or of another
  /// version, is known no longer. What the key's value is, [Replica#parse] says.
  public void apply(EtcdWatch.Change change) {
    if (!change.key().startsWith(prefix)) {
      refuse(change, "is no key of " + prefix);
      return;
    }
    String id = change.key().substring(prefix.length());
    replicas.remove(id);
    if (change.value().isEmpty()) {
      refused.remove(change.key());
      return;
    }
    try {
      Replica replica = Replica.parse(id, change.value().get());
      if (replica.version() == version) {
        replicas.put(id, replica);
        refused.remove(change.key());
      } else {
        refuse(change, "serves version %d, not %d".formatted(replica.version(), version));
      }
    } catch (IllegalArgumentException e) {
      refuse(change, "is no replica: " + e.getMessage());
    }
  }

  /// Says so once: all keys are read again and again.
  private void refuse(EtcdWatch.Change change, String why) {
    String value = change.value().orElse("");
    if (!value.equals(refused.put(change.key(), value))) {
      LOG.warn("etcd: {} {}; it is left out", VisibleText.shortened(change.key()), why);
    }
  }
}
